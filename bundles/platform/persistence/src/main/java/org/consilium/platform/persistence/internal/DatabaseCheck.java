package org.consilium.platform.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the database answers and a connection is to be had. */
@Component(service = HealthCheck.class)
public class DatabaseCheck implements HealthCheck {
    private static final int SECONDS = 2;

    @Reference(
            target = "(osgi.jndi.service.name=consilium)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DataSource dataSource;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isVital() {
        return true;
    }

    @Override
    public Health check() {
        DataSource current = dataSource;
        if (current == null) {
            return Health.of(
                    Status.CRITICAL,
                    "no data source: the driver or the settings in etc/org.ops4j.datasource-consilium.cfg");
        }
        try (Connection connection = current.getConnection()) {
            return connection.isValid(SECONDS)
                    ? Health.ok(connection.getMetaData().getDatabaseProductName() + " answers")
                    : Health.of(Status.CRITICAL, "the database does not answer");
        } catch (SQLException e) {
            return Health.of(Status.CRITICAL, "no connection, SQLSTATE " + e.getSQLState());
        }
    }
}
