package org.consilium.itests.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;

/**
 * Submissions a second through HTTP by eight doctors at once, on a PostgreSQL that keeps its promises, beside JDBC that writes the same
 * rows. Arguments: submissions of the warm-up, submissions of a round, rounds.
 */
public final class BookingBenchmark {
    private static final int CONNECTIONS = 8;
    private static final Path ROOT = Path.of(System.getProperty("consilium.root", ".."));

    /** One prepared submission. */
    private record Prepared(String draft, Surgery.Slot slot) {
        String body() {
            return "{\"consultantId\":\"" + slot.doctorId() + "\",\"start\":\"" + slot.start() + "\"}";
        }
    }

    /** A round of one side with the CPU time of those who took part. */
    private record Round(Measured measured, Duration server, Duration serverUntilIdle, Duration database) {
        double cpu() {
            return measured.perOperation(server);
        }

        double cpuUntilIdle() {
            return measured.perOperation(serverUntilIdle);
        }

        double databaseCpu() {
            return measured.perOperation(database);
        }
    }

    /** What one of the eight does with the item that it is given. */
    private interface Work<T> {
        void on(int worker, T item) throws SQLException;
    }

    private final Distribution distribution;
    private final EmbeddedPostgres postgres;
    private final ProcessHandle postmaster;
    private final ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS, BookingBenchmark::daemon);
    private final List<org.consilium.itests.bench.Connection> connections = new ArrayList<>();
    private Surgery surgery;
    private int prepared;

    private BookingBenchmark(Distribution distribution, EmbeddedPostgres postgres) throws SQLException {
        this.distribution = distribution;
        this.postgres = postgres;
        this.postmaster = postmaster();
    }

    public static void main(String[] arguments) throws Exception {
        int warmUp = Integer.parseInt(arguments[0]);
        int perRound = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Report report = new Report("booking", "Booking: submissions a second beside raw SQL");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Distribution distribution = Distribution.unpack("bench-booking")) {
            createDatabase(postgres, "consilium");
            createDatabase(postgres, "reference");
            distribution.onPostgreSql(postgres.getJdbcUrl("postgres", "consilium"));
            distribution.set("org.consilium.requests.cfg", "drafts.limit", "1000000");
            distribution.set("org.consilium.registry.cfg", "readsPerMinute", "10000000");
            distribution.start();
            new BookingBenchmark(distribution, postgres).run(report, warmUp, perRound, rounds);
        }
        System.exit(0);
    }

    private void run(Report report, int warmUp, int perRound, int rounds) throws Exception {
        List<Round> ours = new ArrayList<>();
        List<Round> raw = new ArrayList<>();
        Profile profile;
        try (Connection database = connect("consilium")) {
            surgery = new Surgery(database, CONNECTIONS, warmUp + (rounds + 1) * perRound);
            for (int i = 0; i < CONNECTIONS; i++) {
                String cookie = Api.as(distribution, surgery.filer(i)).cookieHeader();
                connections.add(new org.consilium.itests.bench.Connection(distribution.url(), cookie));
            }
            RawBooking reference = RawBooking.in(postgres.getJdbcUrl("postgres", "reference"), ROOT);
            List<RawBooking.Writer> writers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                writers.add(reference.writer());
            }
            List<List<Prepared>> all = new ArrayList<>();
            all.add(prepare(warmUp));
            for (int i = 0; i <= rounds; i++) {
                all.add(prepare(perRound));
            }
            System.out.println("prepared; warm-up");
            List<Prepared> first = all.get(0);
            System.out.println("warm-up ours: " + submit(first).measured());
            System.out.println("warm-up raw: "
                    + write(writers, reference.rowsOf(database, ids(first))).measured());
            for (int i = 1; i <= rounds; i++) {
                List<Prepared> round = all.get(i);
                // Both databases begin a round with as much to write to disk later: none.
                execute(database, "checkpoint");
                ours.add(submit(round));
                List<RawBooking.Rows> rows = reference.rowsOf(database, ids(round));
                execute(database, "checkpoint");
                raw.add(write(writers, rows));
                System.out.println("round " + i + " ours: " + last(ours).measured() + "; raw: "
                        + last(raw).measured());
            }
            profile = profile(all.get(rounds + 1));
        }
        write(report, ours, raw, profile, warmUp, perRound);
    }

    /** Drafts up to the choice of the slot, by the eight doctors in turn. */
    private List<Prepared> prepare(int count) throws Exception {
        int first = prepared;
        prepared += count;
        List<List<Prepared>> byWorker = new ArrayList<>();
        List<Integer> numbers = IntStream.range(first, first + count).boxed().toList();
        for (int i = 0; i < CONNECTIONS; i++) {
            byWorker.add(new ArrayList<>());
        }
        each(numbers, (worker, number) -> byWorker.get(worker)
                .add(new Prepared(draft(worker, number), surgery.nextSlot(surgery.patient(number)))));
        // Back in the order in which the workers take them: each submits his own drafts.
        List<Prepared> ordered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ordered.add(byWorker.get(i % CONNECTIONS).get(i / CONNECTIONS));
        }
        return ordered;
    }

    private String draft(int worker, int number) {
        String id = Ids.next();
        org.consilium.itests.bench.Connection connection = connections.get(worker);
        require(
                200,
                connection.send(
                        "POST",
                        "/api/requests/drafts",
                        "{\"id\":\"" + id + "\",\"routeId\":\"general.patient\",\"profile\":\"97\"}"));
        require(
                200,
                connection.send(
                        "PUT",
                        "/api/requests/drafts/" + id,
                        "{\"version\":1,\"step\":\"CONTACT\",\"personId\":\"" + surgery.patient(number)
                                + "\",\"represented\":null,\"email\":\"patient@example.org\",\"comment\":\"Повышенное давление вторую неделю\","
                                + "\"consultantId\":null}"));
        return id;
    }

    private Round submit(List<Prepared> drafts) throws Exception {
        Duration server = ProcessFigures.cpuTime(distribution.pid());
        Duration database = ProcessFigures.cpuTimeWithChildren(postmaster);
        Measured measured = each(
                drafts,
                (worker, draft) -> require(
                        201,
                        connections
                                .get(worker)
                                .send("POST", "/api/requests/drafts/" + draft.draft() + "/submission", draft.body())));
        Duration serverAfter = ProcessFigures.cpuTime(distribution.pid());
        Duration databaseAfter = ProcessFigures.cpuTimeWithChildren(postmaster);
        awaitDeliveries();
        return new Round(
                measured,
                serverAfter.minus(server),
                ProcessFigures.cpuTime(distribution.pid()).minus(server),
                databaseAfter.minus(database));
    }

    private Round write(List<RawBooking.Writer> writers, List<RawBooking.Rows> rows) throws Exception {
        long self = ProcessHandle.current().pid();
        Duration client = ProcessFigures.cpuTime(self);
        Duration database = ProcessFigures.cpuTimeWithChildren(postmaster);
        Measured measured = each(rows, (worker, row) -> writers.get(worker).write(row));
        Duration spent = ProcessFigures.cpuTime(self).minus(client);
        return new Round(
                measured,
                spent,
                spent,
                ProcessFigures.cpuTimeWithChildren(postmaster).minus(database));
    }

    private Profile profile(List<Prepared> drafts) throws Exception {
        Profile.start(distribution.pid());
        submit(drafts);
        return Profile.stop(distribution.pid(), distribution.home().resolve("booking.jfr"));
    }

    /** Item i is the work of worker i modulo eight; all begin together. */
    private <T> Measured each(List<T> items, Work<T> work) throws InterruptedException, ExecutionException {
        List<Future<long[]>> futures = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            int worker = i;
            futures.add(workers.submit(() -> {
                long[] nanos = new long[(items.size() - worker + CONNECTIONS - 1) / CONNECTIONS];
                for (int own = 0; own < nanos.length; own++) {
                    long before = System.nanoTime();
                    work.on(worker, items.get(own * CONNECTIONS + worker));
                    nanos[own] = System.nanoTime() - before;
                }
                return nanos;
            }));
        }
        List<long[]> nanos = new ArrayList<>();
        for (Future<long[]> future : futures) {
            nanos.add(future.get());
        }
        return Measured.of(nanos, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Chats and mails are made after the answer; the next round begins when they are. */
    private void awaitDeliveries() {
        Distribution.await("chats and mails", Duration.ofMinutes(10), () -> {
            try (Connection database = connect("consilium");
                    Statement statement = database.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from events_delivery where not parked")) {
                count.next();
                return count.getInt(1) == 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void write(Report report, List<Round> ours, List<Round> raw, Profile profile, int warmUp, int perRound) {
        report.line("| median of %d rounds | Consilium through HTTP | raw SQL | ratio |", ours.size());
        report.line("|---|---:|---:|---:|");
        row(report, "submissions a second", ours, raw, r -> r.measured().perSecond());
        row(report, "median, ms", ours, raw, r -> r.measured().percentile(0.5));
        row(report, "99th percentile, ms", ours, raw, r -> r.measured().percentile(0.99));
        row(report, "CPU ms a submission, server (raw: the JDBC client)", ours, raw, Round::cpu);
        row(report, "the same until chat and mail of each are made", ours, raw, Round::cpuUntilIdle);
        row(report, "CPU ms a submission, PostgreSQL", ours, raw, Round::databaseCpu);
        report.line("");
        report.line("Submissions a second in each round: ours %s, raw SQL %s.", each(ours), each(raw));
        report.line("");
        report.line(
                "%d HTTP/1.1 connections, each of a doctor of his own, submit prepared drafts to %d consultants over 20 days; every"
                        + " submission must answer 201. While they do, the server makes chats and mails of the requests before, as it"
                        + " always does. Warm-up %d submissions (and their drafts), then rounds of %d, ours and raw SQL in turn."
                        + " PostgreSQL runs with fsync and synchronous_commit on; limits on drafts and on reads of the registry are"
                        + " raised.",
                CONNECTIONS, surgery.doctors(), warmUp, perRound);
        report.line("");
        report.line(
                "Raw SQL inserts the very same rows (request, words, visit, cells, history, audit entries, deliveries) into the same tables"
                        + " with their indexes in a second database, by %d JDBC connections with prepared and batched statements, one"
                        + " transaction for each submission; it neither looks before it writes nor locks the draft.",
                CONNECTIONS);
        report.line("");
        report.line("## Aims");
        report.line("");
        double perSecond = median(ours, r -> r.measured().perSecond());
        double share = perSecond / median(raw, r -> r.measured().perSecond());
        double p99 = median(ours, r -> r.measured().percentile(0.99));
        report.aim("more than 700/s", perSecond > 700, String.format(Locale.ROOT, "%.0f/s", perSecond));
        report.aim("99th percentile under 50 ms", p99 < 50, String.format(Locale.ROOT, "%.1f ms", p99));
        report.aim("a quarter of raw SQL", share >= 0.25, String.format(Locale.ROOT, "%.2f", share));
        report.machine();
        report.line("");
        report.line("## Profile");
        report.line("");
        profile.describe(report, "one more round of submissions");
        report.write();
    }

    private static void row(
            Report report, String name, List<Round> ours, List<Round> raw, ToDoubleFunction<Round> figure) {
        double us = median(ours, figure);
        double reference = median(raw, figure);
        report.line("| %s | %.2f | %.2f | %.2f |", name, us, reference, us / reference);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Measured.median(rounds.stream().mapToDouble(figure).toArray());
    }

    private static String each(List<Round> rounds) {
        return String.join(
                ", ",
                rounds.stream()
                        .map(r ->
                                String.format(Locale.ROOT, "%.0f", r.measured().perSecond()))
                        .toList());
    }

    /** A failure must not leave threads that keep the JVM. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static List<String> ids(List<Prepared> drafts) {
        return drafts.stream().map(Prepared::draft).toList();
    }

    private static Round last(List<Round> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    private static void require(int status, int answered) {
        if (status != answered) {
            throw new IllegalStateException("answered " + answered);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", database), "postgres", "");
    }

    private ProcessHandle postmaster() throws SQLException {
        try (Connection database = connect("postgres");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select pg_backend_pid(), current_setting('fsync'),"
                        + " current_setting('synchronous_commit')")) {
            found.next();
            if (!found.getString(2).equals("on") || !found.getString(3).equals("on")) {
                throw new IllegalStateException("PostgreSQL does not keep what it commits");
            }
            return ProcessHandle.of(found.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres, String name) throws SQLException {
        try (Connection database = postgres.getPostgresDatabase().getConnection()) {
            execute(
                    database,
                    "create database " + name
                            + " template template0 encoding 'UTF8' locale_provider libc lc_collate 'C'");
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
