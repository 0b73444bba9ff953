package org.consilium.documents.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes contents that no file refers to: at once when the last file is deleted, and every six hours what a crash
 * between two steps left behind. The content's row is locked meanwhile, so that an upload of the same content waits
 * and then stores it anew.
 */
@Component(service = OrphanSweep.class, immediate = true)
public class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration PERIOD = Duration.ofHours(6);
    private static final Duration FIRST = Duration.ofMinutes(10);
    /** Younger files may belong to an upload that is under way. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 1000;

    private final DocumentRepository repository;
    private final ContentStore store;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    @Activate
    public OrphanSweep(@Reference DocumentRepository repository, @Reference ContentStore store) {
        this(repository, store, Clock.systemUTC());
        thread.scheduleWithFixedDelay(this::sweepQuietly, FIRST.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    OrphanSweep(DocumentRepository repository, ContentStore store, Clock clock) {
        this.repository = repository;
        this.store = store;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "consilium-documents-sweep");
            worker.setDaemon(true);
            return worker;
        });
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** Removes a content when no file has it; call it after the transaction that deleted a file. */
    void release(String hash) {
        try {
            repository.inTransaction(() -> {
                repository.lockContent(hash);
                if (!repository.isUsed(hash)) {
                    store.delete(hash);
                    repository.deleteContent(hash);
                }
                return null;
            });
        } catch (RuntimeException e) {
            if (!UniqueViolation.in(e)) {
                throw e;
            }
            // an upload of the same content made the row first: it is in use
        }
    }

    void sweep() {
        Instant before = clock.instant().minus(GRACE);
        store.deleteIncoming(before);
        List<String> unused = repository.unusedContents(BATCH);
        unused.forEach(this::release);
        store.contents(before, some -> repository.unknownContents(some).forEach(this::release));
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException e) {
            // the executor would never run again; the next round finds the same things
            LOG.warn("The sweep of unused contents broke off: {}", e.getClass().getSimpleName());
        }
    }
}
