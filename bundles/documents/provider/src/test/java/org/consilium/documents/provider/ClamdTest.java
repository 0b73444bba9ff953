package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.health.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks clamd's protocol. */
class ClamdTest {
    @TempDir
    Path folder;

    private ServerSocket server;
    private volatile String answer = "stream: OK";
    private volatile byte[] received;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void theWholeContentIsLookedAt() throws IOException {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        assertDoesNotThrow(() -> clamd().check(file(content)));
        assertArrayEquals(content, received);
    }

    @Test
    void whatIsFoundIsRefused() throws IOException {
        answer = "stream: Eicar-Test-Signature FOUND";
        Path file = file("X5O!P%@AP".getBytes(StandardCharsets.US_ASCII));
        assertEquals("documents.infected", refused(file).code());
    }

    @Test
    void whatCouldNotBeLookedAtIsNotTaken() throws IOException {
        answer = "INSTREAM size limit exceeded. ERROR";
        Path file = file(new byte[10]);
        assertEquals("documents.antivirus-away", refused(file).code());
        assertEquals(
                "documents.antivirus-away",
                assertThrows(ConsiliumException.class, () -> clamd(nobody()).check(file))
                        .code());
    }

    @Test
    void withoutOneNobodyIsAsked() throws IOException {
        new Clamd(TestSettings.of(folder, 1, 1)).check(file(new byte[10]));
        assertEquals(null, received);
        assertEquals(
                Health.Status.OK,
                new Clamd(TestSettings.of(folder, 1, 1)).check().status());
    }

    @Test
    void monitoringSeesIt() throws IOException {
        assertEquals(Health.Status.OK, clamd().check().status());
        assertEquals(Health.Status.CRITICAL, clamd(nobody()).check().status());
    }

    private ConsiliumException refused(Path file) {
        return assertThrows(ConsiliumException.class, () -> clamd().check(file));
    }

    private Clamd clamd() {
        return clamd(server.getLocalPort());
    }

    private Clamd clamd(int port) {
        return new Clamd(TestSettings.of(folder, 1, 1, new InetSocketAddress("127.0.0.1", port)));
    }

    /** A port at which nobody listens. */
    private static int nobody() throws IOException {
        try (ServerSocket passing = new ServerSocket(0)) {
            return passing.getLocalPort();
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("incoming"), content);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                String command = command(in);
                if (command.equals("zINSTREAM")) {
                    ByteArrayOutputStream content = new ByteArrayOutputStream();
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        content.write(in.readNBytes(length));
                    }
                    received = content.toByteArray();
                }
                String reply = command.equals("zPING") ? "PONG" : answer;
                socket.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            text.append((char) next);
        }
        return text.toString();
    }
}
