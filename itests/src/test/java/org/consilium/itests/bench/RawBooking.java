package org.consilium.itests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reference: the very rows that submissions wrote, inserted by plain JDBC into the same tables of another database of the same
 * server, one transaction for each submission. No look is taken before, no rule is checked, nothing is locked.
 */
final class RawBooking {
    private static final List<String> MIGRATED =
            List.of("requests/provider", "scheduling/provider", "platform/events", "platform/audit");
    private static final List<String> CONSUMERS =
            List.of("chat.OpenChatOnRequestSubmitted", "notifications.MailOnRequestSubmitted");
    private static final String DELIVERY =
            "insert into events_delivery (id, consumer, event_type, event_key, payload, created_at,"
                    + " next_attempt_at, attempts, last_error, parked) values (nextval('events_delivery_seq'), ?, 'requests.RequestSubmitted', ?,"
                    + " ?, now(), now(), 0, null, false)";

    /** What keeps out the rows that consumers write later. */
    private static final Map<String, String> LATER =
            Map.of("audit_entry", " and caller_kind = 'STAFF'", "events_history", " and outcome = 'WRITTEN'");

    /** A table, its column with the request's id, and how its rows are inserted. */
    private record Table(String name, String requestColumn, List<String> columns) {
        String insert() {
            return "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                    + String.join(", ", columns.stream().map(c -> "?").toList()) + ")";
        }
    }

    /** All rows of one submission by table, in the order of the transaction. */
    record Rows(String requestId, String event, List<List<Object[]>> byTable) {}

    private final String url;
    private final List<Table> tables;

    private RawBooking(String url, List<Table> tables) {
        this.url = url;
        this.tables = tables;
    }

    /** In an empty database, with the tables as our migrations make them. */
    static RawBooking in(String url, Path root) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(url, "postgres", "")) {
            for (String module : MIGRATED) {
                migrate(database, root.resolve("bundles/" + module + "/src/main/resources/db/migration"));
            }
            return new RawBooking(
                    url,
                    List.of(
                            table(database, "scheduling_visit", "request_id"),
                            table(database, "scheduling_cell", "request_id"),
                            table(database, "requests_request", "id"),
                            table(database, "requests_word", "request_id"),
                            table(database, "requests_transition", "request_id"),
                            table(database, "audit_entry", "subject"),
                            table(database, "events_history", "event_key")));
        }
    }

    /** Reads what submissions wrote. */
    List<Rows> rowsOf(Connection source, List<String> requestIds) throws SQLException {
        List<Map<String, List<Object[]>>> found = new ArrayList<>();
        for (Table table : tables) {
            found.add(read(source, table, requestIds));
        }
        List<Rows> rows = new ArrayList<>();
        for (String id : requestIds) {
            Object[] visit = found.get(0).get(id).get(0);
            rows.add(new Rows(
                    id,
                    event(id, visit),
                    found.stream().map(byRequest -> byRequest.get(id)).toList()));
        }
        return rows;
    }

    /** A thread's connection with its prepared statements. */
    Writer writer() throws SQLException {
        return new Writer();
    }

    final class Writer implements AutoCloseable {
        private final Connection database = DriverManager.getConnection(url, "postgres", "");
        private final List<PreparedStatement> inserts = new ArrayList<>();
        private final PreparedStatement delivery = database.prepareStatement(DELIVERY);

        private Writer() throws SQLException {
            database.setAutoCommit(false);
            for (Table table : tables) {
                inserts.add(database.prepareStatement(table.insert()));
            }
        }

        /** One transaction. */
        void write(Rows rows) throws SQLException {
            for (int i = 0; i < inserts.size(); i++) {
                PreparedStatement insert = inserts.get(i);
                for (Object[] row : rows.byTable.get(i)) {
                    for (int column = 0; column < row.length; column++) {
                        insert.setObject(column + 1, row[column]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            for (String consumer : CONSUMERS) {
                delivery.setString(1, consumer);
                delivery.setString(2, rows.requestId);
                delivery.setString(3, rows.event);
                delivery.addBatch();
            }
            delivery.executeBatch();
            database.commit();
        }

        @Override
        public void close() throws SQLException {
            database.close();
        }
    }

    private static String event(String requestId, Object[] visit) {
        return "{\"requestId\":\"" + requestId + "\",\"filerId\":\"" + visit[1] + "\",\"consultantId\":\"" + visit[1]
                + "\",\"visitStart\":\"" + visit[2] + "\"}";
    }

    private static Map<String, List<Object[]>> read(Connection source, Table table, List<String> requestIds)
            throws SQLException {
        Map<String, List<Object[]>> found = new HashMap<>();
        String sql = "select " + String.join(", ", table.columns) + " , " + table.requestColumn + " as of_request from "
                + table.name
                + " where " + table.requestColumn + " = any (?)"
                // what consumers write about the request later is no part of the submission
                + LATER.getOrDefault(table.name, "");
        try (PreparedStatement select = source.prepareStatement(sql)) {
            select.setArray(1, source.createArrayOf("varchar", requestIds.toArray()));
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                Object[] row = new Object[table.columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.computeIfAbsent(rows.getString("of_request"), id -> new ArrayList<>())
                        .add(row);
            }
        }
        return found;
    }

    private static Table table(Connection database, String name, String requestColumn) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = database.getMetaData().getColumns(null, null, name, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return new Table(name, requestColumn, columns);
    }

    private static void migrate(Connection database, Path folder) throws SQLException, IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> ordered = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(RawBooking::version))
                    .toList();
            for (Path file : ordered) {
                try (var statement = database.createStatement()) {
                    statement.execute(Files.readString(file));
                }
            }
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }
}
