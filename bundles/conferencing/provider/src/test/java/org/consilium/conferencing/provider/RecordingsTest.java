package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.EngineAccess;
import org.consilium.conferencing.api.EngineException;
import org.consilium.conferencing.api.EngineParticipant;
import org.consilium.conferencing.api.Recording;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.api.RequestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rooms on an engine with a server. */
@ParameterizedClass
@EnumSource(Engine.class)
class RecordingsTest {
    /** Notes what it was told. */
    private static final class Server implements ConferenceEngine {
        final List<String> told = new CopyOnWriteArrayList<>();
        volatile boolean away;

        private void tell(String what) {
            if (away) {
                throw new EngineException("away", null);
            }
            told.add(what);
        }

        @Override
        public String name() {
            return "SERVER";
        }

        @Override
        public int videoLimit() {
            return 6;
        }

        @Override
        public boolean records() {
            return true;
        }

        @Override
        public void open(String roomName) {
            tell("open");
        }

        @Override
        public EngineAccess admit(String roomName, EngineParticipant participant) {
            tell("admit" + (participant.publishes() ? "" : " listener")
                    + (participant.previousConnection() == null ? "" : " instead"));
            return new EngineAccess("wss://server/" + participant.id(), "connection-of-" + participant.id());
        }

        @Override
        public void remove(String roomName, String connection) {
            tell("remove");
        }

        @Override
        public void close(String roomName) {
            tell("close");
        }

        @Override
        public String startRecording(String roomName) {
            tell("record");
            return "recording";
        }

        @Override
        public void stopRecording(String recording) {
            tell("stop " + recording);
        }
    }

    private final Server server = new Server();
    private final House house;
    private final RequestCard request;
    private final Caller patient;
    private Ticket doctor;
    private Ticket called;

    RecordingsTest(Engine engine) {
        house = new House(engine, server);
        request = house.request();
        patient = house.patientOf(request);
    }

    @BeforeEach
    void call() {
        doctor = house.enter(house.filer, request);
        called = house.called(doctor, house.filer, patient, request);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    private Recording.State state() {
        return house.room(patient, request).recording().state();
    }

    private void wish(boolean on) {
        house.recordings.wish(house.filer, request.id(), new RecordingWish(on));
    }

    private void consent(Caller caller, boolean agree) {
        house.recordings.consent(caller, request.id(), new RecordingConsent(agree));
    }

    private void awaitTold(String what) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!server.told.contains(what)) {
            assertTrue(System.nanoTime() < end, "not told " + what + " but " + server.told);
            Thread.onSpinWait();
        }
    }

    @Test
    void theBestEngineIsTakenAndGivesPasses() throws InterruptedException {
        assertEquals("SERVER", doctor.engine());
        assertEquals("wss://server/" + doctor.participantId(), doctor.access());
        assertEquals(List.of("open", "admit", "open", "admit"), server.told);
        house.enter(house.filer, request, doctor.connection());
        assertEquals("admit", server.told.get(5), "the same tab keeps the connection that it has");
        house.enter(house.filer, request);
        assertEquals("admit instead", server.told.get(7));
        house.host.admission(house.filer, request.id(), new Admission(called.participantId(), Admission.Decision.WAIT));
        awaitTold("remove");
        house.host.end(house.filer, request.id());
        awaitTold("close");
    }

    @Test
    void aServerThatIsAwayIsSaidAndTheSeatWaits() {
        server.away = true;
        house.refused("conferencing.engine-away", () -> house.enter(house.consultant, request));
        server.away = false;
        Ticket second = house.enter(house.consultant, request);
        assertEquals(3, second.room().participants().size());
    }

    @Test
    void itRecordsWhenEverybodyAgreedAndIsSeenByAll() throws InterruptedException {
        house.refused(
                "conferencing.host-only", () -> house.recordings.wish(patient, request.id(), new RecordingWish(true)));
        wish(true);
        assertEquals(Recording.State.ASKED, state());
        assertEquals(
                List.of(doctor.participantId()),
                house.room(patient, request).recording().agreed());
        consent(patient, true);
        assertEquals(Recording.State.ON, state());
        assertTrue(server.told.contains("record"));
        wish(false);
        assertEquals(Recording.State.OFF, state());
        awaitTold("stop recording");
        assertEquals(
                List.of("RECORDING_OFF STAFF", "RECORDING_ON"),
                house.logged(request).subList(0, 2));
    }

    @Test
    void oneNoIsEnough() throws InterruptedException {
        wish(true);
        consent(patient, false);
        assertEquals(Recording.State.OFF, state());
        assertEquals(0, server.told.stream().filter("record"::equals).count());
        house.refused("conferencing.no-recording-asked", () -> consent(patient, true));
        wish(true);
        consent(patient, true);
        consent(patient, false);
        assertEquals(Recording.State.OFF, state(), "who agreed may take it back");
        awaitTold("stop recording");
    }

    @Test
    void whoComesInHasNotAgreed() throws InterruptedException {
        wish(true);
        consent(patient, true);
        house.enter(house.consultant, request);
        assertEquals(Recording.State.OFF, state());
        awaitTold("stop recording");
        house.refused("conferencing.no-recording-asked", () -> consent(patient, true));
    }

    @Test
    void theEndOfTheConferenceEndsTheRecording() throws InterruptedException {
        wish(true);
        consent(patient, true);
        house.host.end(house.filer, request.id());
        awaitTold("stop recording");
        assertEquals(Recording.State.OFF, state());
        house.refused("conferencing.not-in-room", () -> consent(patient, true));
        assertEquals(
                UUID.fromString(house.rooms.read(request.id()).room.conferenceId),
                house.room(patient, request).conferenceId());
    }
}
