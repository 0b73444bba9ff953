package org.consilium.platform.events.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.DomainEvent;
import org.consilium.platform.events.EventConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries from the database and hands them to the consumers that are present. */
@Component(service = Dispatcher.class, immediate = true)
public class Dispatcher {
    /** After so many failures a delivery is parked until an operator retries it. */
    static final int MAX_ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int THREADS = 2;
    /** How long an operator can follow what became of an event. */
    private static final Duration HISTORY = Duration.ofDays(90);

    private static final Duration SWEEP = Duration.ofHours(1);
    /** Other nodes, and attempts that become due, are noticed by asking. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private final EventRepository repository;
    private final Map<String, EventConsumer<?>> consumers = new ConcurrentHashMap<>();
    private final Semaphore work = new Semaphore(0);
    private final Thread[] threads = new Thread[THREADS];
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean running = true;

    @Activate
    public Dispatcher(@Reference EventRepository repository) {
        this.repository = repository;
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(this::run, "events-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    @Deactivate
    void stop() {
        running = false;
        wake();
        for (Thread thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addConsumer(EventConsumer<?> consumer) {
        repository.register(consumer.name(), DomainEvent.typeOf(consumer.eventType()));
        consumers.put(consumer.name(), consumer);
        wake();
    }

    void removeConsumer(EventConsumer<?> consumer) {
        consumers.remove(consumer.name(), consumer);
    }

    /** Something may be due. */
    void wake() {
        if (work.availablePermits() < THREADS) {
            work.release(THREADS);
        }
    }

    private void run() {
        while (running) {
            try {
                if (!handleNext()) {
                    sweep();
                    work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The database itself failed; nothing is lost, the rows are still there.
                LOG.warn("Events wait, the database does not take them: {}", describe(e));
                pause();
            }
        }
    }

    private void sweep() {
        Instant now = Instant.now();
        Instant due = nextSweep.get();
        if (now.isAfter(due) && nextSweep.compareAndSet(due, now.plus(SWEEP))) {
            repository.removeHistoryBefore(now.minus(HISTORY));
        }
    }

    private boolean handleNext() {
        Claim claim = new Claim();
        try {
            return repository.handleNext(consumers.keySet(), claim::take, this::handle);
        } catch (RuntimeException | LinkageError e) {
            if (claim.delivery == null) {
                throw e;
            }
            fail(claim.delivery, e);
            return true;
        }
    }

    private void handle(Delivery delivery) {
        EventConsumer<?> consumer = consumers.get(delivery.consumer());
        if (consumer == null) {
            throw new ConsumerGone();
        }
        handle(consumer, delivery.payload());
    }

    private static <E extends DomainEvent> void handle(EventConsumer<E> consumer, String payload) {
        consumer.handle(EventJson.read(payload, consumer.eventType()));
    }

    private void fail(Delivery delivery, Throwable failure) {
        if (failure instanceof ConsumerGone || !consumers.containsKey(delivery.consumer())) {
            // Its bundle is being replaced: not the delivery's fault, it waits for the successor.
            return;
        }
        int attempts = delivery.attempts() + 1;
        boolean parked = attempts >= MAX_ATTEMPTS;
        String error = describe(failure);
        repository.failed(delivery, error, Instant.now().plus(pauseAfter(attempts)), parked);
        LOG.warn(
                "Event {} {} for {} failed, attempt {}{}: {}",
                delivery.eventType(),
                delivery.id(),
                delivery.consumer(),
                attempts,
                parked ? ", parked" : "",
                error);
    }

    /** One second, doubled with each attempt, at most five minutes. */
    static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts - 1, 9)));
    }

    /** Classes and codes only: messages may hold values of a person. */
    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null && text.length() < 300; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(t.getClass().getName());
            if (t instanceof ConsiliumException known) {
                text.append(' ').append(known.code());
            } else if (t instanceof SQLException sql) {
                text.append(' ').append(sql.getSQLState());
            }
        }
        return text.toString();
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Which delivery the failed transaction was about. */
    private static final class Claim {
        private Delivery delivery;

        void take(Delivery claimed) {
            delivery = claimed;
        }
    }

    private static final class ConsumerGone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
