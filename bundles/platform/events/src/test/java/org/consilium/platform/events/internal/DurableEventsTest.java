package org.consilium.platform.events.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.DomainEvent;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.events.EventConsumer;
import org.consilium.platform.health.Health;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class DurableEventsTest {
    /** Something happened. */
    record Happened(String key, int number) implements DomainEvent {}

    private final TestDatabase db;
    private final JpaTemplate jpa;
    private final EventRepository repository;
    private final Dispatcher dispatcher;
    private final DurableEvents events;

    DurableEventsTest(Engine engine) {
        db = TestDatabase.on(engine);
        jpa = db.unit("events");
        repository = new EventRepository(jpa, TestDatabase.READY);
        dispatcher = new Dispatcher(repository);
        events = new DurableEvents(repository, TestDatabase.transactions(), dispatcher);
    }

    @AfterEach
    void close() {
        dispatcher.stop();
        db.close();
    }

    @Test
    void reachesTheConsumerInOrder() {
        Recorder recorder = new Recorder("a");
        dispatcher.addConsumer(recorder);
        for (int i = 0; i < 50; i++) {
            append("k", i);
        }
        await(() -> recorder.numbers.size() == 50);
        assertEquals(java.util.stream.IntStream.range(0, 50).boxed().toList(), recorder.numbers);
        await(() -> repository.pending().isEmpty());
    }

    @Test
    void vanishesWithItsTransaction() {
        Recorder recorder = new Recorder("a");
        dispatcher.addConsumer(recorder);
        assertThrows(
                IllegalArgumentException.class,
                () -> jpa.tx(em -> {
                    events.append(new Happened("k", 1));
                    throw new IllegalArgumentException("rolled back");
                }));
        append("k", 2);
        await(() -> recorder.numbers.equals(List.of(2)));
        assertThrows(IllegalStateException.class, () -> events.append(new Happened("k", 3)));
    }

    @Test
    void whatWasAppendedFirstAndCommitsLastIsStillDelivered() throws InterruptedException {
        Recorder recorder = new Recorder("a");
        dispatcher.addConsumer(recorder);
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = new Thread(() -> jpa.tx(em -> {
            events.append(new Happened("slow", 1));
            em.flush();
            appended.countDown();
            try {
                mayCommit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        slow.start();
        appended.await();
        append("quick", 2);
        await(() -> recorder.numbers.contains(2));
        assertFalse(recorder.numbers.contains(1));
        mayCommit.countDown();
        slow.join();
        await(() -> recorder.numbers.equals(List.of(2, 1)));
    }

    @Test
    void aKeyThatAlwaysFailsDelaysNoOtherKey() {
        Recorder recorder = new Recorder("a") {
            @Override
            public void handle(Happened event) {
                if (event.key().equals("bad")) {
                    throw new IllegalStateException("always");
                }
                super.handle(event);
            }
        };
        dispatcher.addConsumer(recorder);
        append("bad", 1);
        for (int i = 2; i < 12; i++) {
            append("good", i);
        }
        await(() -> recorder.numbers.size() == 10);
        await(() ->
                repository.pending().size() == 1 && repository.pending().get(0).attempts() > 0);
        assertEquals(
                "java.lang.IllegalStateException", repository.pending().get(0).lastError());
    }

    @Test
    void isParkedAfterTenAttemptsAndRetriedByTheOperator() {
        repository.register("a", DomainEvent.typeOf(Happened.class));
        append("k", 1);
        long id = repository.pending().get(0).id();
        for (int i = 0; i < Dispatcher.MAX_ATTEMPTS; i++) {
            Delivery delivery = new Delivery(id, "a", DomainEvent.typeOf(Happened.class), "k", "", i);
            repository.failed(delivery, "x", Instant.now(), i + 1 >= Dispatcher.MAX_ATTEMPTS);
        }
        assertTrue(repository.pending().get(0).parked());
        Health health = new EventsHealth(repository).check();
        assertEquals(Health.Status.WARN, health.status());
        assertEquals(List.of("1 parked for a: consilium:event-list, consilium:event-retry"), health.messages());
        Recorder recorder = new Recorder("a");
        dispatcher.addConsumer(recorder);
        append("other", 2);
        await(() -> recorder.numbers.equals(List.of(2)));
        assertEquals(1, repository.retry(id));
        dispatcher.wake();
        await(() -> recorder.numbers.equals(List.of(2, 1)));
    }

    @Test
    void aConsumerThatWasAwayCatchesUp() {
        Recorder before = new Recorder("a");
        dispatcher.addConsumer(before);
        append("k", 1);
        await(() -> before.numbers.size() == 1);
        dispatcher.removeConsumer(before);
        append("k", 2);
        append("k", 3);
        Recorder after = new Recorder("a");
        dispatcher.addConsumer(after);
        await(() -> after.numbers.equals(List.of(2, 3)));
        assertEquals(List.of(1), before.numbers);
    }

    @Test
    void aForgottenConsumerGetsNothing() {
        repository.register("a", DomainEvent.typeOf(Happened.class));
        append("k", 1);
        assertEquals(1, repository.forget("a"));
        append("k", 2);
        assertTrue(repository.pending().isEmpty());
    }

    @Test
    void theTraceOfARequestTellsEveryEventAndAttempt() {
        UUID request = Uuid7.next();
        repository.register("b", DomainEvent.typeOf(Happened.class));
        AtomicInteger calls = new AtomicInteger();
        dispatcher.addConsumer(new Recorder("a") {
            @Override
            public void handle(Happened event) {
                if (event.key().equals(request.toString()) && calls.getAndIncrement() == 0) {
                    throw new IllegalStateException("Иванова");
                }
            }
        });
        append(request.toString(), 1);
        append("another", 1);
        await(() -> calls.get() == 2
                && repository.pending(request.toString()).stream()
                        .noneMatch(waiting -> waiting.consumer().equals("a")));
        List<TraceEntry> trace = new EventTrace(repository)
                .trace(request).stream()
                        .sorted(Comparator.comparing(TraceEntry::kind)
                                .thenComparing(TraceEntry::what)
                                .thenComparing(TraceEntry::outcome))
                        .toList();
        assertEquals(
                List.of(
                        "EVENT " + DomainEvent.typeOf(Happened.class) + " DONE null",
                        "DELIVERY a DONE null",
                        "DELIVERY a FAILED java.lang.IllegalStateException",
                        "DELIVERY b WAITING null"),
                trace.stream()
                        .map(line -> line.kind() + " " + line.what() + " " + line.outcome() + " " + line.detail())
                        .toList());
        repository.removeHistoryBefore(Instant.now().plusSeconds(1));
        assertEquals(1, new EventTrace(repository).trace(request).size());
    }

    @Test
    void pausesGrowAndStayBounded() {
        assertEquals(Duration.ofSeconds(1), Dispatcher.pauseAfter(1));
        assertEquals(Duration.ofSeconds(8), Dispatcher.pauseAfter(4));
        assertEquals(Duration.ofSeconds(300), Dispatcher.pauseAfter(10));
    }

    private void append(String key, int number) {
        jpa.tx(em -> events.append(new Happened(key, number)));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within 20 s");
            Thread.onSpinWait();
        }
    }

    private static class Recorder implements EventConsumer<Happened> {
        private final String name;
        final List<Integer> numbers = new CopyOnWriteArrayList<>();

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public Class<Happened> eventType() {
            return Happened.class;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void handle(Happened event) {
            numbers.add(event.number());
        }
    }
}
