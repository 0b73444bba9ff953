package org.consilium.itests.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.consilium.itests.harness.Distribution;

/**
 * Seconds from the start of the script to the first useful answer, on a fresh folder and on a used one, and the memory that is resident
 * afterwards: our distribution with the demo in it, and a stock Karaf in turn with it. Arguments: archive of the stock Karaf, rounds.
 */
public final class StartupBenchmark {
    private static final Duration BEFORE_MEMORY = Duration.ofSeconds(10);
    private static final long MOST_MEGABYTES = 400;

    private record Start(Duration toAnswer, long megabytes, Duration cpu, String heap) {
        double seconds() {
            return toAnswer.toMillis() / 1000.0;
        }

        double cpuSeconds() {
            return cpu.toMillis() / 1000.0;
        }
    }

    /** The starts of one side. */
    private static final class Side {
        private final List<Start> fresh = new ArrayList<>();
        private final List<Start> warm = new ArrayList<>();
    }

    private StartupBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path stockArchive = Path.of(arguments[0]).toAbsolutePath();
        int rounds = Integer.parseInt(arguments[1]);
        Report report = new Report("startup", "Start-up: Consilium beside a stock Karaf");
        Side ours = new Side();
        Side stock = new Side();
        for (int round = 1; round <= rounds; round++) {
            Distribution distribution = Distribution.unpack("bench-startup");
            stock(unpack(stockArchive), stock);
            ours(distribution, ours, Map.of(), 2);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: ours %.1f / %.1f s, stock %.1f / %.1f s%n",
                    round,
                    last(ours.fresh).seconds(),
                    last(ours.warm).seconds(),
                    last(stock.fresh).seconds(),
                    last(stock.warm).seconds());
        }
        write(report, ours, stock, rounds, profile());
    }

    /** A first start that is not counted, because the recorder slows it down. */
    private static Profile profile() {
        Distribution distribution = Distribution.unpack("bench-startup");
        Path recording = distribution.home().resolve("startup.jfr");
        ours(
                distribution,
                new Side(),
                Map.of(
                        "EXTRA_JAVA_OPTS",
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording),
                1);
        return Profile.read(recording);
    }

    private static void ours(Distribution distribution, Side side, Map<String, String> variables, int starts) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put(
                "CONSILIUM_HTTP_PORT",
                String.valueOf(URI.create(distribution.url()).getPort()));
        BooleanSupplier answers = () -> status(distribution.url() + "/api/identity/session") == 401
                && status(distribution.url() + "/api/requests/counters") == 401;
        side.fresh.add(start(distribution.home(), environment, answers));
        if (starts > 1) {
            side.warm.add(start(distribution.home(), environment, answers));
        }
    }

    private static void stock(Path home, Side side) throws IOException {
        int ssh = freePort();
        set(home, "org.apache.karaf.shell.cfg", "sshPort", ssh);
        set(home, "org.apache.karaf.management.cfg", "rmiRegistryPort", freePort());
        set(home, "org.apache.karaf.management.cfg", "rmiServerPort", freePort());
        BooleanSupplier answers = () -> greets(ssh);
        side.fresh.add(start(home, Map.of(), answers));
        side.warm.add(start(home, Map.of(), answers));
    }

    private static Start start(Path home, Map<String, String> environment, BooleanSupplier answers) {
        try (KarafProcess process = new KarafProcess(home, environment)) {
            Duration toAnswer = process.until(answers);
            Duration cpu = process.cpuTime();
            KarafProcess.sleep(BEFORE_MEMORY);
            return new Start(toAnswer, process.residentMegabytes(), cpu, process.heap());
        }
    }

    private static void write(Report report, Side ours, Side stock, int rounds, Profile profile) {
        report.line("| median of %d | Consilium with demo | stock Karaf 4.4.10 | ratio |", rounds);
        report.line("|---|---:|---:|---:|");
        row(report, "first start, seconds to the first useful answer", ours.fresh, stock.fresh, Start::seconds, 1);
        row(report, "first start, CPU seconds until then", ours.fresh, stock.fresh, Start::cpuSeconds, 1);
        row(report, "first start, MB resident 10 s later", ours.fresh, stock.fresh, s -> (double) s.megabytes(), 0);
        row(report, "later start, seconds to the first useful answer", ours.warm, stock.warm, Start::seconds, 1);
        row(report, "later start, CPU seconds until then", ours.warm, stock.warm, Start::cpuSeconds, 1);
        row(report, "later start, MB resident 10 s later", ours.warm, stock.warm, s -> (double) s.megabytes(), 0);
        report.line("");
        report.line("Seconds of each round (first / later): ours %s, stock %s.", each(ours), each(stock));
        report.line("");
        report.line(
                "The first useful answer is, of Consilium, 401 of `/api/identity/session` and `/api/requests/counters`: the database is"
                        + " migrated and the domains are there. Of stock Karaf it is the greeting of its SSH console. A first start unpacks"
                        + " nothing from the network, has an empty `data/`, makes the database and writes 10,000 people of the demo beside"
                        + " answering; a later one has all of that.");
        report.line("");
        report.line("## Aims");
        report.line("");
        aimRatio(report, "first start at most twice stock Karaf", ours.fresh, stock.fresh);
        aimRatio(report, "later start at most twice stock Karaf", ours.warm, stock.warm);
        double most = Math.max(
                median(ours.fresh, s -> (double) s.megabytes()), median(ours.warm, s -> (double) s.megabytes()));
        report.aim(
                "under " + MOST_MEGABYTES + " MB resident",
                most < MOST_MEGABYTES,
                String.format(Locale.ROOT, "%.0f MB", most));
        report.machine();
        report.line("");
        report.line("## Memory of ours, 10 s after the first answer");
        heap(report, "first start", last(ours.fresh));
        heap(report, "later start", last(ours.warm));
        report.line("");
        report.line("## Profile");
        report.line("");
        profile.describe(report, "one more first start and the ten seconds after its first answer");
        report.write();
    }

    private static void heap(Report report, String name, Start start) {
        report.line("")
                .line("Last %s, %d MB resident:", name, start.megabytes())
                .line("```");
        start.heap().lines().skip(1).forEach(line -> report.line("%s", line.stripTrailing()));
        report.line("```");
    }

    private static void aimRatio(Report report, String aim, List<Start> ours, List<Start> stock) {
        double ratio = median(ours, Start::seconds) / median(stock, Start::seconds);
        report.aim(aim, ratio <= 2, String.format(Locale.ROOT, "%.2f times", ratio));
    }

    private static void row(
            Report report,
            String name,
            List<Start> ours,
            List<Start> stock,
            Function<Start, Double> figure,
            int digits) {
        double us = median(ours, figure);
        double reference = median(stock, figure);
        report.line("| %s | %." + digits + "f | %." + digits + "f | %.2f |", name, us, reference, us / reference);
    }

    private static double median(List<Start> starts, Function<Start, Double> figure) {
        return Measured.median(starts.stream().mapToDouble(figure::apply).toArray());
    }

    private static String each(Side side) {
        List<String> rounds = new ArrayList<>();
        for (int i = 0; i < side.fresh.size(); i++) {
            rounds.add(String.format(
                    Locale.ROOT,
                    "%.1f / %.1f",
                    side.fresh.get(i).seconds(),
                    side.warm.get(i).seconds()));
        }
        return String.join(", ", rounds);
    }

    private static Start last(List<Start> starts) {
        return starts.get(starts.size() - 1);
    }

    private static Path unpack(Path archive) throws IOException, InterruptedException {
        Path home = Path.of("target", "distribution", "bench-stock").toAbsolutePath();
        run("rm", "-rf", home.toString());
        Files.createDirectories(home);
        run("tar", "-xzf", archive.toString(), "-C", home.toString(), "--strip-components=1");
        return home;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static void set(Path home, String file, String key, int value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        String text = Files.readString(path);
        Files.writeString(path, text.replaceAll("(?m)^\\s*" + key + "\\s*=.*$", key + " = " + value));
    }

    private static int status(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean greets(int port) {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(5_000);
            return new String(in.readNBytes(4)).equals("SSH-");
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
