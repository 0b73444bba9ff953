package org.consilium.requests.provider;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.requests.api.RequestState;

/**
 * The part of {@code itests/bench/lists} that is measured inside the service, where no HTTP hides it: the CPU time of the calling thread
 * for a page, beside the same statements by hand. Prints a line for each read: its name, rows, milliseconds of the service and by hand.
 */
final class ListsInService {
    private static final String COLUMNS = "id, request_number, name, route_key, route_title_ru, route_title_en,"
            + " profile_title_ru, profile_title_en, state, filer_id, filer_name, consultant_id, consultant_name,"
            + " coordinator_id, coordinator_name, patient_name, representative_name, return_reason, visit_start,"
            + " visit_minutes, submitted_at, closed_at, stage, processor_id, due_at, urgency, red_flags";

    private static final int LIMIT = 50;
    /** Rounds until the JVM has compiled either side, as in a server that runs. */
    private static final int WARM_UP = 4;

    private final TestDatabase database;
    private final DescribedRoutes routes;
    private final RequestLists lists;
    private final Caller me;
    private final int reads;

    private ListsInService(TestDatabase database, UUID me, int reads) {
        this.database = database;
        this.reads = reads;
        this.me = Caller.staff(me, TestStaff.CLINIC, Set.of(Caller.DOCTOR), "Щербаков П. И.");
        JpaTemplate jpa = database.unit("requests");
        RequestSettings settings = new RequestSettings(new TestConfig(), Clock.systemUTC());
        routes = new DescribedRoutes(new RouteRepository(jpa, TestDatabase.READY), settings);
        lists = new RequestLists(new RequestRepository(jpa, TestDatabase.READY), routes, settings);
    }

    /** Arguments: engine, address of the filled database, id of the doctor's account, number of reads, beginning of a surname. */
    public static void main(String[] arguments) {
        Engine engine = Engine.valueOf(arguments[0]);
        try (TestDatabase database = TestDatabase.at(engine, arguments[1])) {
            new ListsInService(database, UUID.fromString(arguments[2]), Integer.parseInt(arguments[3]))
                    .measure(arguments[4]);
        }
        System.exit(0);
    }

    private void measure(String prefix) {
        ListQuery incoming = ListQuery.parse("INCOMING", false, null, null, null, null, LIMIT);
        tell("page", () -> lists.page(me, incoming).items().size(), () -> byHand(connection -> incoming(connection)));
        ListQuery search = ListQuery.parse("OUTGOING", true, prefix, null, null, null, LIMIT);
        tell(
                "search",
                () -> lists.page(me, search).items().size(),
                () -> byHand(connection -> search(connection, prefix)));
    }

    private void tell(String name, IntSupplier service, IntSupplier hand) {
        int rows = service.getAsInt();
        if (rows == 0 || rows != hand.getAsInt()) {
            throw new IllegalStateException(name + ": " + rows + " rows, by hand " + hand.getAsInt());
        }
        for (int i = 0; i < WARM_UP; i++) {
            cpu(service);
            cpu(hand);
        }
        // in turn, so that what the JVM learns meanwhile helps both
        double first = cpu(service);
        double firstByHand = cpu(hand);
        System.out.println(String.format(
                Locale.ROOT,
                "in-service %s %d %.4f %.4f",
                name,
                rows,
                (first + cpu(service)) / 2,
                (firstByHand + cpu(hand)) / 2));
    }

    private double cpu(IntSupplier read) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < reads; i++) {
            read.getAsInt();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / reads;
    }

    /** The statements of a page on one connection and in one transaction of the same pool. */
    private interface Statements {
        List<RequestRow> rows(Connection connection) throws SQLException;
    }

    private int byHand(Statements statements) {
        try {
            TestDatabase.transactions().begin();
            try (Connection connection = database.dataSource().getConnection()) {
                return Math.min(LIMIT, statements.rows(connection).size());
            } finally {
                TestDatabase.transactions().commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<RequestRow> incoming(Connection connection) throws SQLException {
        List<RequestRow> rows = new ArrayList<>();
        for (boolean flagged : new boolean[] {true, false}) {
            read(
                    connection,
                    rows,
                    "processor_id = ? and closed = ? and red_flagged = ? order by processor_id, closed,",
                    id(),
                    false,
                    flagged);
            read(
                    connection,
                    rows,
                    "consultant_id = ? and processor_id <> ? and closed = ? and red_flagged = ? order by consultant_id, closed,",
                    id(),
                    id(),
                    false,
                    flagged);
        }
        return rows;
    }

    private List<RequestRow> search(Connection connection, String prefix) throws SQLException {
        String upper = prefix + '\u9FA5';
        try (PreparedStatement titles = connection.prepareStatement(
                "select word, route_key from requests_route_word where word >= ? and word < ?")) {
            titles.setString(1, prefix);
            titles.setString(2, upper);
            try (ResultSet found = titles.executeQuery()) {
                if (found.next()) {
                    throw new IllegalStateException("a route is called so, too");
                }
            }
        }
        List<RequestRow> rows = new ArrayList<>();
        for (boolean closed : new boolean[] {false, true}) {
            read(
                    connection,
                    rows,
                    "filer_id = ? and closed = ? and (id in (select request_id from requests_word where account_id = ?"
                            + " and word >= ? and word < ?) or closed <> ?) order by filer_id, closed,",
                    id(),
                    closed,
                    id(),
                    prefix,
                    upper,
                    closed);
        }
        return rows;
    }

    private String id() {
        return me.id().toString();
    }

    private void read(Connection connection, List<RequestRow> rows, String condition, Object... parameters)
            throws SQLException {
        if (rows.size() > LIMIT) {
            return;
        }
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from requests_request where " + condition
                        + " submitted_at desc, id desc fetch first ? rows only")) {
            int n = 1;
            for (Object parameter : parameters) {
                select.setObject(n++, parameter);
            }
            select.setInt(n, LIMIT + 1);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
        }
    }

    /** Only what the list shows. */
    private RequestRow row(ResultSet found) throws SQLException {
        RequestEntity row = new RequestEntity();
        row.id = found.getString(1);
        row.number = found.getString(2);
        row.name = found.getString(3);
        row.routeKey = found.getString(4);
        row.routeTitleRu = found.getString(5);
        row.routeTitleEn = found.getString(6);
        row.profileTitleRu = found.getString(7);
        row.profileTitleEn = found.getString(8);
        row.state = RequestState.valueOf(found.getString(9));
        row.filerId = found.getString(10);
        row.filerName = found.getString(11);
        row.consultantId = found.getString(12);
        row.consultantName = found.getString(13);
        row.coordinatorId = found.getString(14);
        row.coordinatorName = found.getString(15);
        row.patientName = found.getString(16);
        row.representativeName = found.getString(17);
        row.returnReason = found.getString(18);
        row.visitStart = instant(found, 19);
        row.visitMinutes = found.getInt(20);
        row.submittedAt = instant(found, 21);
        row.closedAt = instant(found, 22);
        row.stage = found.getString(23);
        row.processorId = found.getString(24);
        row.dueAt = instant(found, 25);
        row.urgency = found.getString(26);
        row.redFlags = found.getString(27);
        return RequestRow.of(me, row, routes.get(row.routeKey));
    }

    private static Instant instant(ResultSet found, int column) throws SQLException {
        OffsetDateTime value = found.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
