package org.consilium.documents.provider;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a clamd about uploads, when one is configured: the content is sent over its socket ({@code INSTREAM}), so that it needs no access to the
 * files. While it is configured and does not answer, nothing is taken in.
 */
@Component(service = {Clamd.class, HealthCheck.class})
public class Clamd implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int CONNECT_MILLIS = 5_000;
    /** Also for the answer to a large file, of which clamd unpacks what it can. */
    private static final int ANSWER_MILLIS = 60_000;

    private static final int PING_MILLIS = 2_000;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;

    private final DocumentSettings settings;

    @Activate
    public Clamd(@Reference DocumentSettings settings) {
        this.settings = settings;
    }

    /** @throws ConsiliumException 422 {@code documents.infected}, 503 {@code documents.antivirus-away} */
    void check(Path file) {
        settings.clamd().ifPresent(address -> {
            String answer;
            try {
                answer = scanned(address, file);
            } catch (IOException e) {
                LOG.warn("clamd does not answer: {}", e.getClass().getName());
                throw away();
            }
            if (answer.endsWith(" FOUND")) {
                LOG.warn("clamd refused an upload: {}", answer);
                throw new ConsiliumException(
                        ConsiliumException.Status.INVALID, "documents.infected", "refused by the antivirus");
            }
            if (!answer.endsWith(": OK")) {
                LOG.warn("clamd could not look at an upload: {}", answer);
                throw away();
            }
        });
    }

    @Override
    public String name() {
        return "antivirus";
    }

    @Override
    public Health check() {
        InetSocketAddress address = settings.clamd().orElse(null);
        if (address == null) {
            return Health.ok("none is configured");
        }
        try (Socket socket = connect(address, PING_MILLIS)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            String answer = answer(socket.getInputStream());
            return answer.equals("PONG")
                    ? Health.ok("clamd answers")
                    : Health.of(Status.CRITICAL, "clamd answers something else; uploads are refused");
        } catch (IOException e) {
            return Health.of(Status.CRITICAL, "clamd does not answer; uploads are refused");
        }
    }

    private static String scanned(InetSocketAddress address, Path file) throws IOException {
        try (Socket socket = connect(address, ANSWER_MILLIS);
                InputStream content = Files.newInputStream(file)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static Socket connect(InetSocketAddress address, int answerMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(answerMillis);
            socket.connect(address, Math.min(CONNECT_MILLIS, answerMillis));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Up to the zero byte or the end. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            if (text.length() == LONGEST_ANSWER) {
                throw new IOException("no answer of clamd");
            }
            text.append((char) next);
        }
        return text.toString().trim();
    }

    private static ConsiliumException away() {
        return new ConsiliumException(
                ConsiliumException.Status.UNAVAILABLE,
                "documents.antivirus-away",
                "the antivirus does not answer",
                Map.of("retryAfter", 10),
                null);
    }
}
