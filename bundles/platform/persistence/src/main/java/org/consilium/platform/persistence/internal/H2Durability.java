package org.consilium.platform.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * H2 writes commits to the file after half a second unless told otherwise, and loses them when the process is killed. The
 * platform does not start on such a database.
 */
final class H2Durability {
    private H2Durability() {}

    static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
                return;
            }
            String url = connection.getMetaData().getURL();
            if (url.startsWith("jdbc:h2:mem:")) {
                return;
            }
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
                if (!row.next() || !"0".equals(row.getString(1).trim().toLowerCase(Locale.ROOT))) {
                    throw new IllegalStateException(
                            "The H2 database is not durable: add ;WRITE_DELAY=0 to url in etc/org.ops4j.datasource-consilium.cfg");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer, SQLSTATE " + e.getSQLState(), e);
        }
    }
}
