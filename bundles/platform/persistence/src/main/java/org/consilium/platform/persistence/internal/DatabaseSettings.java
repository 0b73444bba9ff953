package org.consilium.platform.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Settings of the database's URL without which data is lost or leaks; the platform does not start without them.
 *
 * <ul>
 *   <li>H2 writes commits to the file after half a second unless told otherwise, and loses them when the process is killed.
 *   <li>PostgreSQL puts the values of a row into error messages, and takes no untyped null for a time unless strings are untyped.
 * </ul>
 */
final class DatabaseSettings {
    private static final String FILE = "etc/org.ops4j.datasource-consilium.cfg";

    private DatabaseSettings() {}

    static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            switch (connection.getMetaData().getDatabaseProductName()) {
                case "H2" -> checkH2(connection);
                case "PostgreSQL" -> checkPostgreSql(connection.getMetaData().getURL());
                default -> throw new IllegalStateException("Neither H2 nor PostgreSQL: check url in " + FILE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer, SQLSTATE " + e.getSQLState() + ": check " + FILE, e);
        }
    }

    private static void checkH2(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            if (!row.next() || !"0".equals(row.getString(1))) {
                throw new IllegalStateException("The H2 database is not durable: add ;WRITE_DELAY=0 to url in " + FILE);
            }
        }
    }

    private static void checkPostgreSql(String url) {
        for (String setting : List.of("logServerErrorDetail=false", "stringtype=unspecified")) {
            if (!url.contains(setting)) {
                throw new IllegalStateException("Add " + setting + " to url in " + FILE);
            }
        }
    }
}
