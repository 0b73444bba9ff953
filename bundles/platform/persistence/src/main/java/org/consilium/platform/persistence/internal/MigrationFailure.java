package org.consilium.platform.persistence.internal;

import java.sql.SQLException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Says why a migration failed: its script and the SQLSTATE. A database's own words may repeat values of rows. */
final class MigrationFailure {
    private MigrationFailure() {}

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof FlywayMigrateException migration && migration.getMigration() != null) {
                text.append(migration.getMigration().getScript()).append(" failed");
            } else if (t instanceof SQLException sql) {
                return text.append(text.isEmpty() ? "SQLSTATE " : ", SQLSTATE ")
                        .append(sql.getSQLState())
                        .append("; the log says more")
                        .toString();
            }
        }
        return (text.isEmpty() ? failure.getClass().getName() : text) + "; the log says more";
    }
}
