package org.consilium.itests.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.platform.testing.Engine;

/** Pages of 50 and the search by the beginning of a surname, for one doctor among many; writes docs/benchmarks/lists.md. */
public final class ListsBenchmark {
    /** So many doctors share the requests, each as filer and as consultant. */
    private static final int DOCTORS = 200;

    private static final int CHUNK = 100_000;
    private static final List<String> SURNAMES = List.of(
            "ИВАНОВ",
            "ПЕТРОВ",
            "СИДОРОВ",
            "КУЗНЕЦОВ",
            "СМИРНОВ",
            "ПОПОВ",
            "ВАСИЛЬЕВ",
            "СОКОЛОВ",
            "МИХАЙЛОВ",
            "НОВИКОВ");
    private static final String PREFIX = "мих";

    /** What is read, and how many rows it has to find; 0 for what is no list. */
    private record Read(String name, String path, int rows) {
        static Read page(String name, String query) {
            return new Read(name, LIST + query, 50);
        }
    }

    private static final String LIST = "/api/requests/list?limit=50&box=";

    private static final List<Read> READS = List.of(
            Read.page("«Заявки», first 50", "ALL"),
            Read.page("«Входящие», first 50", "INCOMING"),
            Read.page("«Исходящие» with the closed ones, first 50", "OUTGOING&closed=true"),
            Read.page("«Заявки», by the term", "ALL&sort=DUE"),
            Read.page("surname's beginning, with the closed ones", "ALL&closed=true&q=%D0%BC%D0%B8%D1%85"),
            Read.page("the same on a wrong keyboard layout", "ALL&closed=true&q=vb%5B"),
            Read.page("a first name that all have, with the closed ones", "ALL&closed=true&q=%D0%B8%D0%B2%D0%B0%D0%BD"),
            new Read("one number, with the closed ones", LIST + "ALL&closed=true&q=2020-000000200", 1),
            new Read("counters of the tabs", "/api/requests/counters", 0));

    /** Reads of ListsInService. */
    private static final Map<String, String> IN_SERVICE = new LinkedHashMap<>();

    static {
        IN_SERVICE.put("page", "«Входящие», first 50");
        IN_SERVICE.put("search", "«Исходящие», surname's beginning, with the closed ones");
    }

    private final int requests;
    private final int reads;

    private ListsBenchmark(int requests, int reads) {
        this.requests = requests;
        this.reads = reads;
    }

    private record Figures(double median, double p99, double cpu) {}

    /** CPU milliseconds of a read in the service and by hand. */
    private record InService(int rows, double service, double byHand) {
        double ratio() {
            return service / byHand;
        }
    }

    public static void main(String[] arguments) throws Exception {
        new ListsBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Report report = new Report("lists", "Lists: a doctor's pages among a million requests");
        Map<Engine, Map<String, Figures>> measured = new TreeMap<>();
        Map<Engine, Map<String, InService>> inService = new TreeMap<>();
        for (Engine engine : Engine.values()) {
            try (EmbeddedPostgres postgres = engine == Engine.POSTGRESQL ? EmbeddedPostgres.start() : null;
                    Distribution distribution = Distribution.unpack("bench-lists-" + engine)) {
                if (postgres != null) {
                    distribution.onPostgreSql(postgres.getJdbcUrl("postgres", "postgres"));
                }
                distribution.start();
                Api doctor = Api.as(distribution, Demo.DOCTOR);
                String me = Consultations.accountOf(doctor);
                String template = Consultations.file(doctor, me, Demo.ANNA.id()).id();
                distribution.stop();
                String url = postgres != null
                        ? postgres.getJdbcUrl("postgres", "postgres")
                        : "jdbc:h2:" + distribution.home().toAbsolutePath() + "/var/db/consilium";
                try (Connection database = DriverManager.getConnection(url, postgres != null ? "postgres" : "sa", "")) {
                    fill(database, engine, template, me);
                }
                inService.put(engine, inService(engine, url, me));
                distribution.start();
                measured.put(engine, measure(distribution));
            }
        }
        write(report, measured, inService);
    }

    /** Copies of one request, spread over doctors, surnames and time; one in twenty is open. */
    private void fill(Connection database, Engine engine, String template, String me) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = database.getMetaData().getColumns(null, null, name("requests_request", engine), null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("no columns of requests_request");
        }
        Map<String, String> own = new LinkedHashMap<>();
        own.put("id", id("g.i"));
        own.put("request_number", "'2020-' || lpad(cast(g.i as varchar(9)), 9, '0')");
        own.put("name", "'№ 2020-' || g.i");
        own.put("patient_name", surname() + " || ' Иван Петрович'");
        own.put("filer_id", doctor("mod(g.i, " + DOCTORS + ")", me));
        own.put("consultant_id", doctor("mod(g.i + 1, " + DOCTORS + ")", me));
        own.put("processor_id", doctor("mod(g.i + 1, " + DOCTORS + ")", me));
        own.put("closed", "(mod(g.i / " + DOCTORS + ", 20) <> 0)");
        own.put("state", "case when mod(g.i / " + DOCTORS + ", 20) = 0 then 'IN_WORK' else 'CANCELLED' end");
        String seconds = engine == Engine.H2 ? "dateadd(second, -g.i, t.%1$s)" : "t.%1$s - g.i * interval '1 second'";
        own.put("submitted_at", String.format(Locale.ROOT, seconds, "submitted_at"));
        own.put("due_at", String.format(Locale.ROOT, seconds, "due_at"));
        String values = String.join(
                ", ", columns.stream().map(c -> own.getOrDefault(c, "t." + c)).toList());
        String numbers =
                engine == Engine.H2 ? "(select x as i from system_range(%d, %d)) g" : "generate_series(%d, %d) as g(i)";
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            for (int first = 1; first <= requests; first += CHUNK) {
                String range = String.format(Locale.ROOT, numbers, first, Math.min(requests, first + CHUNK - 1));
                statement.execute("insert into requests_request (" + String.join(", ", columns) + ") select " + values
                        + " from requests_request t, " + range + " where t.id = '" + template + "'");
                for (String participant : List.of("mod(g.i, " + DOCTORS + ")", "mod(g.i + 1, " + DOCTORS + ")")) {
                    for (String word : List.of(
                            surname(), "'ИВАН'", "'ТЕРАПИЯ'", "'N2020' || lpad(cast(g.i as varchar(9)), 9, '0')")) {
                        statement.execute("insert into requests_word (account_id, word, request_id) select "
                                + doctor(participant, me) + ", lower(" + word + "), " + id("g.i") + " from " + range
                                + " order by 1, 2, 3");
                    }
                }
                database.commit();
            }
            database.setAutoCommit(true);
            statement.execute("analyze");
            if (engine == Engine.H2) {
                statement.execute("shutdown compact"); // the inserts leave a file many times as long
            }
        }
        System.out.println(engine + ": filled");
    }

    private static String name(String table, Engine engine) {
        return engine == Engine.H2 ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static String id(String number) {
        return "'00000000-0000-7000-9000-' || lpad(cast(" + number + " as varchar(12)), 12, '0')";
    }

    /** Doctor 0 is the one who reads. */
    private static String doctor(String number, String me) {
        return "case when " + number + " = 0 then '" + me + "' else '00000000-0000-7000-8000-' || lpad(cast(" + number
                + " as varchar(12)), 12, '0') end";
    }

    /** Changes from one of a doctor's requests to the next. */
    private static String surname() {
        StringBuilder text = new StringBuilder("case mod(g.i / " + DOCTORS + ", " + SURNAMES.size() + ")");
        for (int i = 0; i < SURNAMES.size(); i++) {
            text.append(" when ")
                    .append(i)
                    .append(" then '")
                    .append(SURNAMES.get(i))
                    .append('\'');
        }
        return "(" + text + " end)";
    }

    private Map<String, Figures> measure(Distribution distribution) {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String cookie = doctor.cookieHeader();
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (Read read : READS) {
            int rows = doctor.get(read.path()).ok().path("items").size();
            if (rows != read.rows()) {
                throw new IllegalStateException(read.name() + ": " + rows + " rows");
            }
            org.consilium.itests.bench.Connection connection =
                    new org.consilium.itests.bench.Connection(distribution.url(), cookie);
            for (int i = 0; i < reads; i++) {
                read(connection, read.path());
            }
            long[] nanos = new long[reads];
            Duration before = ProcessFigures.cpuTime(distribution.pid());
            long start = System.nanoTime();
            for (int i = 0; i < reads; i++) {
                long began = System.nanoTime();
                read(connection, read.path());
                nanos[i] = System.nanoTime() - began;
            }
            Measured measured = Measured.of(List.of(nanos), Duration.ofNanos(System.nanoTime() - start));
            figures.put(
                    read.name(),
                    new Figures(
                            measured.percentile(0.5),
                            measured.percentile(0.99),
                            measured.perOperation(
                                    ProcessFigures.cpuTime(distribution.pid()).minus(before))));
            System.out.println(read.name() + ": " + measured);
        }
        return figures;
    }

    private static void read(org.consilium.itests.bench.Connection connection, String path) {
        int status = connection.send("GET", path, "");
        if (status != 200) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }

    /** In a JVM of its own with the classes of the domain, as the benchmark sees none of them. */
    private Map<String, InService> inService(Engine engine, String url, String me)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "java",
                        "-Xmx512m",
                        "-cp",
                        System.getenv("CONSILIUM_REQUESTS_CLASSPATH"),
                        "org.consilium.requests.provider.ListsInService",
                        engine.name(),
                        url,
                        me,
                        String.valueOf(reads),
                        PREFIX)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, InService> figures = new LinkedHashMap<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines()
                    .filter(line -> line.startsWith("in-service "))
                    .map(line -> line.split(" "))
                    .forEach(words -> figures.put(
                            words[1],
                            new InService(
                                    Integer.parseInt(words[2]),
                                    Double.parseDouble(words[3]),
                                    Double.parseDouble(words[4]))));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the measurement in the service ended with " + process.exitValue());
        }
        System.out.println(engine + " in the service: " + figures);
        return figures;
    }

    private void write(
            Report report, Map<Engine, Map<String, Figures>> measured, Map<Engine, Map<String, InService>> inService) {
        report.line(
                "| ms through HTTP | H2, median | 99th percentile | server CPU | PostgreSQL, median | 99th percentile | server CPU |");
        report.line("|---|---:|---:|---:|---:|---:|---:|");
        Map<String, Figures> h2 = measured.get(Engine.H2);
        Map<String, Figures> postgres = measured.get(Engine.POSTGRESQL);
        for (Read read : READS) {
            String what = read.name();
            report.line(
                    "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
                    what,
                    h2.get(what).median(),
                    h2.get(what).p99(),
                    h2.get(what).cpu(),
                    postgres.get(what).median(),
                    postgres.get(what).p99(),
                    postgres.get(what).cpu());
        }
        report.line("");
        report.line(
                "%,d requests of %d doctors: each is the filer of %,d and the consultant of as many, one in twenty is open; eight words each for"
                        + " the search. One connection reads each path %,d times, after as many to warm up; all but the number answer whole pages of 50. «%s» finds a tenth of the doctor's.",
                requests, DOCTORS, requests / DOCTORS, reads, PREFIX);
        report.line("");
        report.line(
                "| CPU ms of the calling thread, in the service | rows | H2, service | by hand | ratio | PostgreSQL, service | by hand | ratio |");
        report.line("|---|---:|---:|---:|---:|---:|---:|---:|");
        double ratio = 0;
        for (Map.Entry<String, String> read : IN_SERVICE.entrySet()) {
            InService onH2 = inService.get(Engine.H2).get(read.getKey());
            InService onPostgres = inService.get(Engine.POSTGRESQL).get(read.getKey());
            report.line(
                    "| %s | %d | %.2f | %.2f | %.1f | %.2f | %.2f | %.1f |",
                    read.getValue(),
                    onH2.rows(),
                    onH2.service(),
                    onH2.byHand(),
                    onH2.ratio(),
                    onPostgres.service(),
                    onPostgres.byHand(),
                    onPostgres.ratio());
            ratio = Math.max(ratio, Math.max(onH2.ratio(), onPostgres.ratio()));
        }
        report.line("");
        report.line(
                "By hand are the same statements by JDBC, in one transaction of the same pool, made into the same rows of the list."
                        + " H2 runs in the calling thread, PostgreSQL in processes of its own that are not counted on either side.");
        report.line("");
        report.line("## Aims");
        report.line("");
        double median = worst(measured, Figures::median);
        double p99 = worst(measured, Figures::p99);
        report.aim("median under 20 ms", median < 20, String.format(Locale.ROOT, "%.1f ms at worst", median));
        report.aim("99th percentile under 100 ms", p99 < 100, String.format(Locale.ROOT, "%.1f ms at worst", p99));
        report.aim(
                "in the service at most three times the CPU of the SQL by hand",
                ratio <= 3,
                String.format(Locale.ROOT, "%.1f times at worst", ratio));
        report.machine();
        report.write();
    }

    private static double worst(
            Map<Engine, Map<String, Figures>> measured, java.util.function.ToDoubleFunction<Figures> figure) {
        return measured.values().stream()
                .flatMap(figures -> figures.values().stream())
                .mapToDouble(figure)
                .max()
                .orElseThrow();
    }
}
