package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.live.LiveMessage;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.RecordingEvents;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.requests.api.RequestCard;
import org.junit.jupiter.api.function.Executable;

/** The whole domain on a fresh database, with neighbours in memory and a clock that is moved by hand. */
final class House implements AutoCloseable {
    static final int RING_SECONDS = 45;
    static final int SEAT_SECONDS = 60;

    /** Stands still until it is moved. */
    static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T10:00:00.123456Z");

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void pass(long seconds) {
            now = now.plusSeconds(seconds);
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

    /** Lines that came into chats. */
    record Noted(UUID requestId, String code, Map<String, String> details) {}

    final Caller filer = doctor("Щербаков П. И.");
    final Caller consultant = doctor("Котова А. С.");
    final Caller stranger = doctor("Чужой Ч. Ч.");

    final FakeRequests requests = new FakeRequests();
    final FakeLinks links = new FakeLinks();
    final FakeDocuments documents = new FakeDocuments();
    final FakeDirectory directory = new FakeDirectory();
    final FakeAttempts attempts = new FakeAttempts();
    final RecordingEvents events = new RecordingEvents();
    final RecordingAudit audit = new RecordingAudit();
    final RecordingLive live = new RecordingLive();
    final HandClock clock = new HandClock();
    final List<Noted> notes = new CopyOnWriteArrayList<>();
    final List<UUID> tabs = new ArrayList<>();

    final TestDatabase db;
    final RoomRepository repository;
    final BoardRepository boardRows;
    final Engines engines;
    final Access access;
    final Rooms rooms;
    final RoomReader reader;
    final Entries entries;
    final OwnSwitches switches;
    final HostCommands host;
    final Rings rings;
    final Listeners listeners;
    final ConferenceChat chat;
    final DeviceChecks checks;
    final Recordings recordings;
    final Boards boards;
    final BoardSaves saves;
    final RoomJournal journal;
    final TurnCredentials turn;
    final RoomViews views;
    Presence presence;
    Timer timer;
    AliveHandler alive;
    SignalHandler signals;
    BoardHandler drawing;
    PointerHandler pointers;

    private long nanos;

    House(Engine engine, ConferenceEngine... further) {
        db = TestDatabase.on(engine);
        var unit = db.unit("conferencing");
        repository = new RoomRepository(unit, TestDatabase.READY);
        boardRows = new BoardRepository(unit, TestDatabase.READY);
        ListenerRepository listenerRows = new ListenerRepository(unit, TestDatabase.READY);
        DeviceCheckRepository checkRows = new DeviceCheckRepository(unit, TestDatabase.READY);
        engines = new Engines(new Settings());
        List<ConferenceEngine> installed = new ArrayList<>(List.of(new PeerEngine()));
        installed.addAll(List.of(further));
        engines.engines = installed;
        access = new Access(listenerRows);
        access.requests = requests;
        access.links = links;
        journal = new RoomJournal(repository, audit, events, live);
        journal.notes = (request, code, details) -> notes.add(new Noted(request, code, details));
        rooms = new Rooms(repository, engines, journal, engines, clock);
        views = new RoomViews(listenerRows, boardRows, checkRows, engines);
        views.directory = directory;
        reader = new RoomReader(rooms, repository, checkRows, views, access);
        turn = new TurnCredentials(new Settings());
        rings = new Rings(rooms, access, engines, journal, attempts);
        chat = new ConferenceChat(rooms, access, new MessageRepository(unit, TestDatabase.READY), journal, attempts);
        checks = new DeviceChecks(checkRows, rooms, access, turn, live, attempts);
        recordings = new Recordings(rooms, access, engines, engines);
        boards = new Boards(rooms, boardRows, journal, access);
        saves = new BoardSaves(rooms, boardRows, boards, access, audit);
        saves.documents = documents;
        presence = new Presence(() -> nanos);
        entries = new Entries(rooms, access, engines, turn, presence, journal, reader, attempts);
        switches = new OwnSwitches(rooms, access, presence, attempts);
        host = new HostCommands(rooms, access, presence);
        listeners = new Listeners(rooms, listenerRows, access, presence, journal);
        listeners.directory = directory;
        timer = new Timer(rooms, repository, engines, journal, presence);
        alive = new AliveHandler(rooms, access, presence, timer);
        signals = new SignalHandler(rooms, access, presence, live, attempts);
        drawing = new BoardHandler(boards, attempts);
        pointers = new PointerHandler(rooms, access, presence, live, attempts);
        timer.tick();
        for (Caller doctor : List.of(filer, consultant, stranger)) {
            directory.add(doctor.id(), doctor.name().split(" ")[0], "Имя", "Отчество");
        }
    }

    @Override
    public void close() throws InterruptedException {
        timer.stop();
        engines.stop();
        db.close();
    }

    /** Time passes, for rows and for memory, and what ran out is looked for. */
    void pass(long seconds) {
        clock.pass(seconds);
        nanos += seconds * 1_000_000_000L;
        timer.tick();
    }

    /** Nothing is heard of anybody until their seats are given up. */
    void allGo() {
        pass(Presence.SILENCE.toSeconds() + 1);
        pass(SEAT_SECONDS);
    }

    static Caller doctor(String name) {
        return Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(Caller.DOCTOR), name);
    }

    /** A request of the two doctors; the patient agreed. */
    RequestCard request() {
        RequestCard request = requests.add(filer.id(), consultant.id(), "Иванова Анна Петровна", null);
        links.consents.add(request.id());
        return request;
    }

    Caller patientOf(RequestCard request) {
        return Caller.patient(UUID.randomUUID(), request.id());
    }

    /** Comes in with a tab of his own, microphone and camera on. */
    Ticket enter(Caller caller, RequestCard request) {
        return enter(caller, request, UUID.randomUUID());
    }

    Ticket enter(Caller caller, RequestCard request, UUID tab) {
        return entries.enter(caller, request.id(), new Entry(tab, true, true));
    }

    /** Rings from the doctor's tab, and the patient answers. */
    Ticket called(Ticket doctor, Caller by, Caller patient, RequestCard request) {
        rings.ring(by, request.id(), new NewRing(Uuid7.next(), doctor.connection()));
        return enter(patient, request);
    }

    Room room(Caller reader, RequestCard request) {
        return this.reader.room(reader, request.id());
    }

    Participant in(Room room, Ticket ticket) {
        return room.participants().stream()
                .filter(participant -> participant.id().equals(ticket.participantId()))
                .findFirst()
                .orElseThrow();
    }

    LiveMessage said(String type, RequestCard request, UUID socket, String payload) {
        return new LiveMessage(type, request.id(), socket, payload);
    }

    /** The tab says over its socket that it is there. */
    void alive(Caller caller, RequestCard request, Ticket ticket, UUID socket) {
        alive.handle(
                caller,
                said("conferencing.alive", request, socket, "{\"connection\":\"" + ticket.connection() + "\"}"));
    }

    List<String> logged(RequestCard request) {
        return reader.log(filer, request.id()).items().stream()
                .map(entry -> entry.kind() + (entry.role() == null ? "" : " " + entry.role()))
                .toList();
    }

    ConsiliumException refused(String code, Executable act) {
        ConsiliumException failure = assertThrows(ConsiliumException.class, act);
        assertEquals(code, failure.code());
        return failure;
    }

    /** The defaults, with a relay. */
    static final class Settings implements ConferencingConfig {
        @Override
        public String engine() {
            return "";
        }

        @Override
        public int ringSeconds() {
            return RING_SECONDS;
        }

        @Override
        public int seatSeconds() {
            return SEAT_SECONDS;
        }

        @Override
        public int videoLimit() {
            return 4;
        }

        @Override
        public int roomLimit() {
            return 8;
        }

        @Override
        public String[] stunUrls() {
            return new String[] {"stun:turn.example.org:3478"};
        }

        @Override
        public String[] turnUrls() {
            return new String[] {"turn:turn.example.org:3478?transport=udp, turn:turn.example.org:3478?transport=tcp"};
        }

        @Override
        public String turnSecret() {
            return "a secret of the tests";
        }

        @Override
        public int turnSeconds() {
            return 600;
        }

        @Override
        public boolean relayOnly() {
            return false;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ConferencingConfig.class;
        }
    }
}
