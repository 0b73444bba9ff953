package org.consilium.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A real TURN server (coturn) on loopback, with a secret of its own. */
public final class Turn implements AutoCloseable {
    /** Relayed streams of the stories; far more than they need, as each attempt keeps its port for a while. */
    private static final int FIRST_PORT = 40_000;

    private static final int LAST_PORT = 44_999;

    private final String secret = UUID.randomUUID().toString();
    private final int port;
    private final Path log;
    private final Process process;

    private Turn() {
        try {
            port = freePort();
            Path folder = Files.createDirectories(Path.of("target", "turn"));
            log = folder.resolve(port + ".log");
            process = new ProcessBuilder(
                            "turnserver",
                            "-c",
                            Path.of("src/test/resources/turnserver-test.conf")
                                    .toAbsolutePath()
                                    .toString(),
                            "--listening-port",
                            String.valueOf(port),
                            "--min-port",
                            String.valueOf(FIRST_PORT),
                            "--max-port",
                            String.valueOf(LAST_PORT),
                            "--static-auth-secret",
                            secret,
                            "--userdb",
                            folder.resolve(port + ".db").toAbsolutePath().toString(),
                            "--pidfile",
                            folder.resolve(port + ".pid").toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("turnserver (Debian package coturn) is needed", e);
        }
    }

    /** Starts one and waits until it listens. */
    public static Turn start() {
        Turn turn = new Turn();
        Distribution.await("the TURN server, see " + turn.log, Duration.ofSeconds(30), turn::listens);
        return turn;
    }

    private boolean listens() {
        try {
            if (!process.isAlive()) {
                throw new AssertionError("turnserver ended: " + Files.readString(log));
            }
            try (var probe = new java.net.Socket("127.0.0.1", port)) {
                return probe.isConnected();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** As {@code turnUrls} takes them. */
    public String urls() {
        return "turn:127.0.0.1:" + port + "?transport=udp, turn:127.0.0.1:" + port + "?transport=tcp";
    }

    public String secret() {
        return secret;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
