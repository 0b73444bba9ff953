package org.consilium.signing.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.signing.api.Authority;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches revocation lists on a schedule, from the addresses of the operator's list and from no others: what a certificate names is never asked. No
 * redirects, 10 MB and 20 s at most.
 */
@Component(service = RevocationFetcher.class, immediate = true)
public class RevocationFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationFetcher.class);
    private static final Caller FETCHER = Caller.system("signing");
    private static final int LARGEST = 10 << 20;
    private static final int FIRST_PAUSE_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TrustListImpl trust;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "signing-revocation");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public RevocationFetcher(@Reference TrustListImpl trust, @Reference SigningSettings settings) {
        this.trust = trust;
        timer.scheduleWithFixedDelay(
                this::fetchAll, FIRST_PAUSE_SECONDS, settings.fetchPause().toSeconds(), TimeUnit.SECONDS);
    }

    /** One round over all authorities that have an address. */
    void fetchAll() {
        try {
            for (Authority authority : trust.known()) {
                if (!authority.revocationAddresses().isEmpty()) {
                    fetch(authority);
                }
            }
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn(
                        "revocation lists could not be fetched: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void fetch(Authority authority) {
        String problem = null;
        for (String address : authority.revocationAddresses()) {
            try {
                trust.keepRevocationList(FETCHER, bytes(URI.create(address)));
                return;
            } catch (IOException e) {
                problem = e.getClass().getSimpleName() + ": " + e.getMessage();
            } catch (ConsiliumException e) {
                problem = e.code();
            }
        }
        LOG.warn("no revocation list of authority {}: {}", authority.fingerprint(), problem);
        trust.noteProblem(authority.fingerprint(), problem.length() > 300 ? problem.substring(0, 300) : problem);
    }

    private byte[] bytes(URI address) throws IOException {
        HttpRequest get =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        // made anew each time: a client that is kept keeps a thread, which would outlive this bundle's update
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(get, HttpResponse.BodyHandlers.ofInputStream());
            InputStream body = answer.body();
            // the request's own patience ends with the headers
            var cutter = timer.schedule(() -> close(body), PATIENCE.toSeconds(), TimeUnit.SECONDS);
            try (body) {
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException("larger than 10 MB");
                }
                return bytes;
            } finally {
                cutter.cancel(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("a slow answer could not be closed: {}", e.getClass().getSimpleName());
        }
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }
}
