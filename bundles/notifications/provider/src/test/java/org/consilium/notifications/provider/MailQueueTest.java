package org.consilium.notifications.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consilium.notifications.api.Mail;
import org.consilium.notifications.api.MailRefusedException;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class MailQueueTest {
    private final Engine engine;
    private NotificationsFixture house;

    MailQueueTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        house = new NotificationsFixture(engine);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    @Test
    void aSentMailKeepsNeitherLinkNorAddress() {
        UUID id = house.submitted();
        assertTrue(row(id).body.contains("#token1"));
        house.worker.work();
        MailEntity sent = row(id);
        assertEquals(MailState.SENT, sent.state);
        assertEquals("", sent.body);
        assertEquals("", sent.recipient);
        assertNull(sent.calendar);
        assertEquals(List.of("notifications.sent"), house.audit.actions());
        assertEquals(id, house.audit.entries.get(0).subject());
    }

    @Test
    void withoutATransportMailsWait() {
        UUID id = house.submitted();
        house.worker.transport = null;
        house.worker.work();
        assertEquals(MailState.QUEUED, row(id).state);
        assertEquals(0, row(id).attempts);
        house.worker.transport = house.transport;
        house.worker.work();
        assertEquals(MailState.SENT, row(id).state);
    }

    @Test
    void aMailThatFailsIsTriedAgainWithPausesUnderTheSameId() {
        UUID id = house.submitted();
        house.transport.failure = new IOException("to patient@example.org: connection refused");
        house.worker.work();
        house.worker.work();
        assertEquals(1, house.transport.tried.size());
        assertEquals("IOException", row(id).lastError);
        house.clock.advance(Duration.ofSeconds(60));
        house.worker.work();
        house.clock.advance(Duration.ofSeconds(60));
        house.worker.work();
        assertEquals(2, house.transport.tried.size());
        house.transport.failure = null;
        house.clock.advance(Duration.ofSeconds(60));
        house.worker.work();
        assertEquals(3, house.transport.tried.size());
        assertEquals(1, house.transport.tried.stream().map(Mail::id).distinct().count());
        assertEquals(MailState.SENT, row(id).state);
        assertEquals(3, row(id).attempts);
        assertEquals(
                List.of("DONE null QUEUED", "FAILED 1 IOException", "FAILED 2 IOException", "DONE 3 null"),
                new MailTrace(house.repository)
                        .trace(id).stream()
                                .filter(line -> line.kind() == TraceEntry.Kind.MAIL)
                                .map(line -> line.outcome() + " " + line.attempt() + " " + line.detail())
                                .toList());
    }

    @Test
    void aMailIsGivenUpInTheEnd() {
        UUID id = house.submitted();
        house.transport.bug = new IllegalStateException("a bug of the transport");
        for (int i = 0; i < 10; i++) {
            house.worker.work();
            house.clock.advance(Duration.ofMinutes(30));
        }
        assertEquals(3, house.transport.tried.size());
        assertEquals(MailState.FAILED, row(id).state);
        assertEquals("IllegalStateException", row(id).lastError);
        assertEquals("", row(id).body);
        assertEquals(List.of("notifications.failed"), house.audit.actions());
    }

    @Test
    void aRefusedMailIsNotTriedAgainAndOthersGoOn() {
        UUID refused = house.submitted();
        house.transport.failure = new MailRefusedException("no such mailbox", null);
        house.worker.work();
        house.transport.failure = null;
        UUID next = house.submitted();
        house.worker.work();
        assertEquals(MailState.FAILED, row(refused).state);
        assertEquals(1, row(refused).attempts);
        assertEquals(MailState.SENT, row(next).state);
    }

    @Test
    void whatIsOfNoUseAnyMoreIsGivenUpEvenWithoutATransport() {
        UUID id = house.submitted();
        house.worker.transport = null;
        house.clock.set(NotificationsFixture.VISIT.plus(Duration.ofMinutes(31)));
        house.worker.work();
        assertEquals(MailState.FAILED, row(id).state);
        assertEquals("outdated", row(id).lastError);
        assertFalse(row(id).body.contains("#token"));
    }

    @Test
    void aCrashAfterSendingSendsOnceMoreWithTheSameId() {
        UUID id = house.submitted();
        // the process ends between the hand-over and the note of it
        Mail first = house.repository
                .claim(house.settings.now(), Duration.ofMinutes(10))
                .orElseThrow()
                .toMail();
        house.worker.work();
        assertEquals(List.of(), house.transport.tried);
        house.clock.advance(Duration.ofMinutes(10));
        house.worker.work();
        assertEquals(
                List.of(first.id()), house.transport.sent.stream().map(Mail::id).toList());
        assertEquals(first.text(), house.transport.sent.get(0).text());
        assertEquals(MailState.SENT, row(id).state);
    }

    @Test
    void severalWorkersNeverSendTheSameMail() throws Exception {
        for (int i = 0; i < 40; i++) {
            house.submitted();
        }
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(() -> {
                house.worker.work();
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> done : threads.invokeAll(workers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        // a worker that finds every row taken goes home early; the next round takes what is left
        house.worker.work();
        Set<UUID> ids =
                new HashSet<>(house.transport.sent.stream().map(Mail::id).toList());
        assertEquals(40, ids.size());
        assertEquals(40, house.transport.tried.size());
    }

    @Test
    void remindersAreReadAsAnOperatorWritesThem() {
        assertEquals(List.of(1440, 15), house.settings.reminderMinutes());
        assertEquals(List.of(60), settings(" 60,, 60 ,0,-5").reminderMinutes());
        assertEquals(List.of(), settings("").reminderMinutes());
    }

    private static NotificationSettings settings(String reminderMinutes) {
        return new NotificationSettings(TestConfig.with(Map.of("reminderMinutes", reminderMinutes)));
    }

    @Test
    void pausesGrowToAnHour() {
        assertEquals(Duration.ofMinutes(1), house.settings.pauseAfter(1));
        assertEquals(Duration.ofMinutes(2), house.settings.pauseAfter(2));
        assertEquals(Duration.ofMinutes(32), house.settings.pauseAfter(6));
        assertEquals(Duration.ofHours(1), house.settings.pauseAfter(7));
        assertEquals(Duration.ofHours(1), house.settings.pauseAfter(1000));
    }

    private MailEntity row(UUID requestId) {
        return house.repository.ofRequest(requestId).get(0);
    }
}
