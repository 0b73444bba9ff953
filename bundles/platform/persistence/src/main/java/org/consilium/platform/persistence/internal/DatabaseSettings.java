package org.consilium.platform.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Settings of the database's URL without which data is lost or leaks; the platform does not start without them.
 *
 * <ul>
 *   <li>H2 writes commits to the file after half a second unless told otherwise, and loses them when the process is killed.
 *   <li>A linguistic collation of PostgreSQL sorts the upper bound of a prefix search before its words: nothing would be found.
 *   <li>PostgreSQL puts the values of a row into error messages, and takes no untyped null for a time unless strings are untyped.
 * </ul>
 */
final class DatabaseSettings {
    private static final String FILE = "etc/org.ops4j.datasource-consilium.cfg";

    private static final Set<String> BYTEWISE = Set.of("C", "POSIX", "C.UTF-8", "C.UTF8", "UCS_BASIC");

    private DatabaseSettings() {}

    static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            switch (connection.getMetaData().getDatabaseProductName()) {
                case "H2" -> checkH2(connection);
                case "PostgreSQL" -> checkPostgreSql(connection);
                default -> throw new IllegalStateException("Neither H2 nor PostgreSQL: check url in " + FILE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database does not answer, SQLSTATE " + e.getSQLState() + ": check " + FILE, e);
        }
    }

    private static void checkH2(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        if (!url.startsWith("jdbc:h2:retry:") && !url.startsWith("jdbc:h2:mem:")) {
            // Java closes a file channel when a thread that uses it is interrupted, as threads of a bundle that stops
            // may be.
            throw new IllegalStateException("An interrupted thread would close the H2 database for everybody: "
                    + "write jdbc:h2:retry: in place of jdbc:h2:file: in url in " + FILE);
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            if (!row.next() || !"0".equals(row.getString(1))) {
                throw new IllegalStateException("The H2 database is not durable: add ;WRITE_DELAY=0 to url in " + FILE);
            }
        }
    }

    private static void checkPostgreSql(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        for (String setting : List.of("logServerErrorDetail=false", "stringtype=unspecified")) {
            if (!url.contains(setting)) {
                throw new IllegalStateException("Add " + setting + " to url in " + FILE);
            }
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select datcollate from pg_database where datname = current_database()")) {
            if (!row.next() || !BYTEWISE.contains(row.getString(1).toUpperCase(Locale.ROOT))) {
                throw new IllegalStateException(
                        "The PostgreSQL database sorts by a language: create it with template template0 lc_collate 'C' encoding 'UTF8'");
            }
        }
    }
}
