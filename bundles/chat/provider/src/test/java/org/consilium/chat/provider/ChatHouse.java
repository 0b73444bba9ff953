package org.consilium.chat.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.RecordingEvents;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestSubmitted;
import org.junit.jupiter.api.function.Executable;

/** The whole domain on a fresh database, with neighbours in memory. */
final class ChatHouse implements AutoCloseable {
    static final int MESSAGES_PER_MINUTE = 60;

    /** Goes on by a second with each look. */
    static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00.123456Z");
        boolean stopped;

        @Override
        public synchronized Instant instant() {
            now = stopped ? now : now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final Caller filer = doctor("Щербаков П. И.");
    final Caller consultant = doctor("Котова А. С.");
    final Caller stranger = doctor("Чужой Ч. Ч.");

    final FakeRequests requests = new FakeRequests();
    final FakeLinks links = new FakeLinks();
    final FakeDocuments documents = new FakeDocuments();
    final FakeDirectory directory = new FakeDirectory();
    final RecordingEvents events = new RecordingEvents();
    final RecordingAudit audit = new RecordingAudit();
    final RecordingLive live = new RecordingLive();
    final TickingClock clock = new TickingClock();
    final FakeAttempts attempts = new FakeAttempts();

    final TestDatabase db;
    final ChatRepository repository;
    final ChatAccess access = new ChatAccess();
    final ChatLifecycle lifecycle;
    final ChatService chats;
    final ChatNotesImpl notes;
    final OpenChatOnRequestSubmitted opening;
    final CloseChatOnRequestExecuted closing;
    final CloseChatOnRequestCancelled cancelling;

    ChatHouse(Engine engine) {
        db = TestDatabase.on(engine);
        repository = new ChatRepository(db.unit("chat"), TestDatabase.READY);
        access.requests = requests;
        access.links = links;
        lifecycle = new ChatLifecycle(repository, access, live, clock);
        chats = new ChatService(repository, access, events, audit, live, attempts, MESSAGES_PER_MINUTE, clock);
        notes = new ChatNotesImpl(repository, live, clock);
        chats.documents = documents;
        chats.directory = directory;
        directory.add(filer.id(), "Щербаков", "Пётр", "Ильич");
        directory.add(consultant.id(), "Котова", "Анна", "Сергеевна");
        opening = new OpenChatOnRequestSubmitted(lifecycle);
        closing = new CloseChatOnRequestExecuted(lifecycle);
        cancelling = new CloseChatOnRequestCancelled(lifecycle);
    }

    @Override
    public void close() {
        db.close();
    }

    static Caller doctor(String name) {
        return Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(Caller.DOCTOR), name);
    }

    /** A request of the two doctors with its chat; the patient agreed. */
    RequestCard open(String patient) {
        return open(filer, consultant, patient, null);
    }

    RequestCard open(Caller by, Caller to, String patient, String representative) {
        RequestCard request = requests.add(by.id(), to.id(), patient, representative);
        opening.handle(submitted(request));
        links.consents.add(request.id());
        return request;
    }

    static RequestSubmitted submitted(RequestCard request) {
        return new RequestSubmitted(request.id(), request.filerId(), request.consultantId(), request.visitStart());
    }

    Caller patientOf(RequestCard request) {
        return Caller.patient(UUID.randomUUID(), request.id());
    }

    Message say(Caller caller, RequestCard request, String text) {
        return chats.post(caller, request.id(), new NewMessage(Uuid7.next(), text, null));
    }

    ConsiliumException refused(String code, Executable act) {
        ConsiliumException failure = assertThrows(ConsiliumException.class, act);
        assertEquals(code, failure.code());
        return failure;
    }
}
