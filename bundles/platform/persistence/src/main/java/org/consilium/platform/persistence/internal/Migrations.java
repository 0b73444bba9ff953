package org.consilium.platform.persistence.internal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Runs the migrations of one domain over its own history table, so that domains come and go independently. */
public final class Migrations {
    /** Where a bundle keeps its migrations. */
    public static final String PATH = "db/migration";

    private Migrations() {}

    /** @return how many migrations were run */
    public static int run(DataSource dataSource, String domain, ResourceProvider scripts) {
        FluentConfiguration configuration = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + PATH)
                .resourceProvider(scripts)
                .table(domain + "_schema_history")
                // The schema is not empty for the second domain, and without version 0 the first migration would be
                // skipped.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        Flyway flyway = configuration.load();
        if (hasFailed(flyway)) {
            // H2 cannot roll DDL back: a migration that failed stands in the history and blocks its mended successor.
            flyway.repair();
        }
        return flyway.migrate().migrationsExecuted;
    }

    private static boolean hasFailed(Flyway flyway) {
        for (var migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FAILED) {
                return true;
            }
        }
        return false;
    }
}
