package org.consilium.signing.provider;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether a signature is to be checked again. */
@Component(service = SignatureRetry.class, immediate = true)
public class SignatureRetry {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureRetry.class);
    private static final int PAUSE_SECONDS = 15;

    private final Signatures signatures;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "signing-retry");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SignatureRetry(@Reference Signatures signatures) {
        this.signatures = signatures;
        timer.scheduleWithFixedDelay(this::run, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            signatures.retry();
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn(
                        "signatures could not be checked again: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    @Deactivate
    void stop() {
        // the round that runs is let go to its end: an interrupt in a database call would break its connection
        timer.shutdown();
    }
}
