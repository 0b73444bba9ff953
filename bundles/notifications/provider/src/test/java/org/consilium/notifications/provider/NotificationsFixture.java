package org.consilium.notifications.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestMoved;
import org.consilium.requests.api.RequestSubmitted;

/** The domain on a fresh database, two days before a visit. */
final class NotificationsFixture implements AutoCloseable {
    static final Instant VISIT = Instant.parse("2026-12-12T07:30:00Z");
    static final String ADDRESS = "patient@example.org";

    final TestDatabase db;
    final TestClock clock = new TestClock(VISIT.minus(Duration.ofDays(2)));
    final FakeRequests requests = new FakeRequests();
    final FakeIdentity identity = new FakeIdentity();
    final RecordingAudit audit = new RecordingAudit();
    final RecordingTransport transport = new RecordingTransport();
    final NotificationSettings settings;
    final MailRepository repository;
    final RequestCards cards = new RequestCards();
    final VisitMails mails;
    final Reminders reminders;
    final MailQueue queue;
    final MailWorker worker;
    final MailJournal journal;
    final Caller filer = doctor();
    final Caller consultant = doctor();

    NotificationsFixture(Engine engine) {
        db = TestDatabase.on(engine);
        settings = new NotificationSettings(TestConfig.with(Map.of("maxAttempts", 3)), clock);
        repository = new MailRepository(db.unit("notifications"), TestDatabase.READY);
        cards.requests = requests;
        mails = new VisitMails(settings);
        mails.staff = identity;
        mails.links = identity;
        reminders = new Reminders(repository, cards, mails, settings);
        queue = new MailQueue(repository, audit, settings);
        worker = new MailWorker(reminders, queue, settings);
        worker.transport = transport;
        journal = new MailJournal(repository, cards);
    }

    static Caller doctor() {
        return Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(Caller.DOCTOR), "Щербаков П. И.");
    }

    UUID request() {
        return requests.add(filer.id(), consultant.id(), VISIT, ADDRESS);
    }

    /** A request whose event was handled. */
    UUID submitted() {
        UUID id = request();
        submit(id);
        return id;
    }

    void moved(UUID id, Instant start) {
        MailOnRequestMoved consumer =
                new MailOnRequestMoved(new ChangedVisits(repository, cards, mails, reminders, settings));
        handled(() -> consumer.handle(new RequestMoved(id, VISIT, start)));
    }

    /** Events are handled in a transaction of the platform's. */
    void submit(UUID id) {
        MailOnRequestSubmitted consumer = new MailOnRequestSubmitted(repository, cards, mails, reminders, settings);
        handled(() -> consumer.handle(new RequestSubmitted(id, filer.id(), consultant.id(), VISIT)));
    }

    void cancel(UUID id) {
        MailOnRequestCancelled consumer = new MailOnRequestCancelled(repository, cards, mails, reminders, settings);
        handled(() -> consumer.handle(new RequestCancelled(id)));
    }

    void execute(UUID id) {
        handled(() -> new DropRemindersOnRequestExecuted(reminders).handle(new RequestExecuted(id, null, null)));
    }

    List<String> subjects() {
        return transport.sent.stream().map(mail -> mail.subject()).toList();
    }

    private void handled(Runnable handler) {
        repository.inTransaction(() -> {
            handler.run();
            return null;
        });
    }

    @Override
    public void close() throws InterruptedException {
        worker.stop();
        db.close();
    }
}
