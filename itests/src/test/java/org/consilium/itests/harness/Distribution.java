package org.consilium.itests.harness;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built archive, unpacked and running as a process of its own on free ports, with the demo in it. Started, killed and started again
 * by the tests; its console is reached by SSH.
 */
public final class Distribution implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("consilium.root", "..")).toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("consilium.version", "0.1.0");
    private static final Duration START = Duration.ofSeconds(400);
    /** While a story is written it may run against an instance that is up already: -Dconsilium.running=8181, with .home and .ssh. */
    private static final Integer RUNNING = Integer.getInteger("consilium.running");

    private static final Path RUNNING_HOME = Path.of(System.getProperty("consilium.running.home", "."));
    private static final int RUNNING_SSH = Integer.getInteger("consilium.running.ssh", 0);
    private static final String CONSOLE_USER = "itests";
    /** What the region of the stories is called. */
    public static final String REGION = "Телемедицина (ТМ.РЕГИЗ)";

    private static Distribution shared;

    private final Path home;
    private final int httpPort;
    private final int sshPort;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process process;

    private Distribution(Path home, int httpPort, int sshPort) {
        this.home = home;
        this.httpPort = httpPort;
        this.sshPort = sshPort;
    }

    /** The one on H2 with demo data that most stories share; stopped with the JVM. */
    public static synchronized Distribution shared() {
        if (shared == null && RUNNING != null) {
            shared = new Distribution(RUNNING_HOME, RUNNING, RUNNING_SSH);
        }
        if (shared == null) {
            shared = unpack("shared");
            shared.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.close()));
        }
        return shared;
    }

    /** One that a story may change at will, started; closed by the story. While a story is written: the one that runs. */
    public static Distribution own(String name) {
        return RUNNING == null ? unpack(name).start() : shared();
    }

    /** One whose calls know a relay. While a story is written: the one that runs, with the relay that it knows. */
    public static Distribution calling(String name, Turn turn) {
        return RUNNING == null ? unpack(name).withRelay(turn).start() : shared();
    }

    /** A fresh copy under {@code target/}, not started. */
    public static Distribution unpack(String name) {
        try {
            Path home = Path.of("target", "distribution", name).toAbsolutePath();
            run(ROOT, "rm", "-rf", home.toString());
            Files.createDirectories(home);
            Path archive = ROOT.resolve("karaf-distribution/target/consilium-distribution-" + VERSION + ".tar.gz");
            run(ROOT, "tar", "-xzf", archive.toString(), "-C", home.toString(), "--strip-components=1");
            run(ROOT, ".ci/add-demo", home.toString(), VERSION);
            Distribution distribution = new Distribution(home, freePort(), freePort());
            distribution.configure();
            return distribution;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure() throws IOException {
        set("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(sshPort));
        // A connection that is left unanswered keeps one of these threads; Karaf's default is two.
        set("org.apache.karaf.shell.cfg", "nio-workers", "64");
        set("org.consilium.identity.cfg", "regionName", REGION);
        Files.writeString(
                home.resolve("etc/users.properties"),
                CONSOLE_USER + " = " + CONSOLE_USER + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
    }

    /** Points the distribution at a PostgreSQL database; before the first start. */
    public Distribution onPostgreSql(String jdbcUrl) {
        String separator = jdbcUrl.contains("?") ? "&" : "?";
        set("org.ops4j.datasource-consilium.cfg", "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver");
        set(
                "org.ops4j.datasource-consilium.cfg",
                "url",
                jdbcUrl + separator + "logServerErrorDetail=false&stringtype=unspecified");
        set("org.ops4j.datasource-consilium.cfg", "user", "postgres");
        return this;
    }

    /** One whose calls may go through a relay, started; while a story is written: the one that runs, with the relay that it has. */
    public static Distribution withCalls(String name, Turn turn) {
        return RUNNING == null ? unpack(name).withRelay(turn).start() : shared();
    }

    /** Points its calls at the relay of the stories; before the first start. */
    private Distribution withRelay(Turn turn) {
        set("org.consilium.conferencing.cfg", "turnUrls", turn.urls());
        set("org.consilium.conferencing.cfg", "turnSecret", turn.secret());
        return this;
    }

    /** Sets one key of a file under {@code etc/}. */
    public void set(String file, String key, String value) {
        try {
            Path path = home.resolve("etc").resolve(file);
            List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
            var changed = new java.util.ArrayList<String>();
            for (String line : lines) {
                if (!line.matches("\\s*" + java.util.regex.Pattern.quote(key) + "\\s*=.*")) {
                    changed.add(line);
                }
            }
            changed.add(key + " = " + value);
            Files.write(path, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until every domain answers. */
    public Distribution start() {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
            builder.environment().putAll(Map.of("CONSILIUM_HTTP_PORT", String.valueOf(httpPort)));
            builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("console.log").toFile());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            await("the distribution to answer (see " + home + "/data/log)", START, this::answers);
        } catch (AssertionError e) {
            stop();
            throw e;
        }
        return this;
    }

    private boolean answers() {
        for (String path : List.of(
                "/api/identity/session",
                "/api/requests/counters",
                "/api/chat/unread",
                "/api/conferencing/calls",
                "/api/signing/awaiting",
                "/api/documents/files",
                "/api/scheduling/templates",
                "/api/notifications/requests/00000000-0000-7000-8000-000000000000")) {
            if (status(path) != 401) {
                return false;
            }
        }
        return demoReady();
    }

    /** The demo makes its accounts, people and schedules in the background, and says when it is done. */
    private boolean demoReady() {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url() + "/demo"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("Данные готовы");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int status(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url() + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    public String url() {
        return "http://localhost:" + httpPort;
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return javaProcess().pid();
    }

    private ProcessHandle javaProcess() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    /** SIGKILL: no time to write anything. */
    public void kill() {
        ProcessHandle java = javaProcess();
        java.destroyForcibly();
        java.onExit().join();
        process.destroyForcibly();
    }

    /** An orderly stop. */
    public void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        ProcessHandle java = javaProcess();
        java.destroy();
        try {
            java.onExit().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            java.destroyForcibly();
        }
        process.destroy();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Runs a command of the console and returns what it prints. Karaf's SSH server now and then leaves a connection unanswered after a bundle
     * was replaced; the console itself goes on, so the command, which has to be repeatable, is sent again over a new connection.
     */
    public synchronized String console(String command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return overSsh(command);
            } catch (JSchException | IOException e) {
                if (attempt == 6) {
                    throw new IllegalStateException("console: " + command, e);
                }
            }
        }
    }

    private String overSsh(String command) throws JSchException, IOException {
        Session session = new JSch().getSession(CONSOLE_USER, "127.0.0.1", sshPort);
        session.setPassword(CONSOLE_USER);
        session.setConfig("StrictHostKeyChecking", "no");
        session.setServerAliveInterval(5_000);
        session.setServerAliveCountMax(3);
        session.connect(15_000);
        try {
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand(command);
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            channel.setErrStream(errors);
            InputStream out = channel.getInputStream();
            channel.connect(15_000);
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!session.isConnected()) {
                throw new IOException("the connection was lost");
            }
            channel.disconnect();
            return text + errors.toString(StandardCharsets.UTF_8);
        } finally {
            session.disconnect();
        }
    }

    /** What the server logged so far. */
    public String log() {
        try {
            Path log = home.resolve("data/log/karaf.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a condition by asking. */
    public static void await(String what, Duration limit, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit.toSeconds() + " s for " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
