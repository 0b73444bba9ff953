package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.conferencing.api.ConferenceEnded;
import org.consilium.conferencing.api.ConferenceStarted;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.PatientAwaited;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.kernel.DomainEvent;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestHandedOver;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class EntriesTest {
    private final House house;
    private final RequestCard request;
    private final Caller patient;

    EntriesTest(Engine engine) {
        house = new House(engine);
        request = house.request();
        patient = house.patientOf(request);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    @Test
    @Proves("S175")
    void aConferenceGoesThroughItsStates() {
        assertEquals(ConferenceState.NONE, house.room(house.filer, request).state());
        assertEquals("P2P", house.room(house.filer, request).engine());

        Ticket doctor = house.enter(house.filer, request);
        assertEquals(ConferenceState.WAITING, doctor.room().state());
        house.rings.ring(house.filer, request.id(), new NewRing(UUID.randomUUID(), doctor.connection()));
        assertEquals(ConferenceState.RINGING, house.room(patient, request).state());
        Ticket answered = house.enter(patient, request);
        assertEquals(Participant.State.ADMITTED, answered.state());
        assertEquals(ConferenceState.IN_PROGRESS, answered.room().state());
        assertNotNull(answered.room().startedAt());

        house.clock.pass(100);
        house.entries.leave(patient, request.id(), new Tab(answered.connection()));
        assertEquals(ConferenceState.WAITING, house.room(house.filer, request).state());
        house.entries.leave(house.filer, request.id(), new Tab(doctor.connection()));
        Room ended = house.room(house.filer, request);
        assertEquals(ConferenceState.ENDED, ended.state());
        assertEquals(List.of(), ended.participants());
        assertNull(ended.hostId());
        assertEquals(house.rooms.now(), ended.endedAt());

        UUID conference = ended.conferenceId();
        assertEquals(
                List.of(
                        new PatientAwaited(request.id(), conference),
                        new ConferenceStarted(request.id(), conference),
                        new ConferenceEnded(request.id(), conference, 100)),
                house.events.appended);
        assertEquals(
                List.of("conferencing.ended"),
                house.notes.stream().map(House.Noted::code).toList());
        assertEquals("100", house.notes.get(0).details().get("seconds"));
        assertEquals(
                List.of(
                        "ENDED",
                        "LEFT STAFF",
                        "LEFT PATIENT",
                        "ANSWERED",
                        "ENTERED PATIENT",
                        "RANG STAFF",
                        "HOST STAFF",
                        "ENTERED STAFF"),
                house.logged(request));

        Ticket again = house.enter(house.consultant, request);
        assertNotEquals(conference, again.room().conferenceId());
        assertNotEquals(doctor.roomName(), again.roomName());
        assertEquals(again.participantId(), again.room().hostId());
        assertNull(again.room().ring());
    }

    @Test
    void aTicketOfTheRoomHasAllThatIsNeededAndOneOfTheWaitingRoomNothing() {
        Ticket waiting = house.enter(patient, request);
        assertEquals(Participant.State.WAITING, waiting.state());
        assertNull(waiting.roomName());
        assertNull(waiting.access());
        assertNull(waiting.ice());
        assertFalse(waiting.video());

        Ticket doctor = house.enter(house.filer, request);
        assertTrue(doctor.roomName().matches("[A-Za-z0-9-]{20,64}"), doctor.roomName());
        assertEquals("P2P", doctor.engine());
        assertTrue(doctor.publish());
        assertTrue(doctor.video());
        assertEquals(house.rooms.now().plusSeconds(600), doctor.ice().expiresAt());
        IceServer relay = doctor.ice().iceServers().get(1);
        assertEquals(2, relay.urls().size());
        assertEquals(
                house.rooms.now().plusSeconds(600).getEpochSecond() + ":" + doctor.participantId(), relay.username());

        house.host.admission(
                house.filer, request.id(), new Admission(waiting.participantId(), Admission.Decision.ADMIT));
        Ticket admitted = house.enter(patient, request, waiting.connection());
        assertEquals(Participant.State.ADMITTED, admitted.state());
        assertEquals(waiting.participantId(), admitted.participantId());
        assertEquals(doctor.roomName(), admitted.roomName());
        assertTrue(
                house.in(admitted.room(), admitted).order()
                        > house.in(admitted.room(), doctor).order(),
                "the one who came later into the room offers");
    }

    @Test
    void whoWaitsIsTurnedAwayOrPutBackByTheHost() {
        Ticket waiting = house.enter(patient, request);
        house.live.sent.clear();
        Ticket doctor = house.enter(house.filer, request);
        decide(waiting, Admission.Decision.ADMIT);
        decide(waiting, Admission.Decision.WAIT);
        Room room = house.room(patient, request);
        assertEquals(Participant.State.WAITING, house.in(room, waiting).state());
        assertEquals(waiting.participantId(), room.me());
        house.refused(
                "conferencing.not-in-room",
                () -> house.entries.ice(patient, request.id(), new Tab(waiting.connection())));

        decide(waiting, Admission.Decision.DECLINE);
        assertNull(house.room(patient, request).me());
        house.refused("conferencing.no-such-participant", () -> decide(waiting, Admission.Decision.ADMIT));
        assertEquals(Participant.State.WAITING, house.enter(patient, request).state(), "may knock again");
        house.refused("conferencing.staff-stays", () -> decide(doctor, Admission.Decision.WAIT));
    }

    private void decide(Ticket ticket, Admission.Decision decision) {
        house.host.admission(house.filer, request.id(), new Admission(ticket.participantId(), decision));
    }

    @Test
    void theDoctorHearsWhoWaitsAndOnlyThePatientHearsTheRing() {
        house.enter(patient, request);
        assertEquals(
                List.of("conferencing.room", "conferencing.room", "conferencing.waiting"),
                house.live.sent.stream().map(sent -> sent.hint().type()).toList());
        assertTrue(house.live.sent.get(2).audience().contains(house.consultant.id()));
        assertNull(house.live.sent.get(2).toPatientsOf());

        house.allGo();
        Ticket doctor = house.enter(house.filer, request);
        house.live.sent.clear();
        house.rings.ring(house.filer, request.id(), new NewRing(UUID.randomUUID(), doctor.connection()));
        var ring = house.live.sent.get(house.live.sent.size() - 1);
        assertEquals("conferencing.ring", ring.hint().type());
        assertEquals(request.id(), ring.toPatientsOf());
        assertEquals("Щербаков П. И.", ring.hint().payload().get("byName"));
    }

    @Test
    void anotherTabTakesTheSeatOver() {
        Ticket first = house.enter(house.filer, request);
        house.called(first, house.filer, patient, request);
        UUID second = UUID.randomUUID();
        Ticket moved = house.enter(house.filer, request, second);
        assertEquals(first.participantId(), moved.participantId());
        assertEquals(second, house.in(moved.room(), moved).connection());
        assertTrue(house.in(moved.room(), moved).order() > 3, "to the others a newcomer");
        assertEquals(moved.participantId(), moved.room().hostId(), "still the host");
        assertEquals(2, moved.room().participants().size());

        Own own = new Own(first.connection(), true, true, true, false);
        house.refused("conferencing.taken-over", () -> house.switches.set(house.filer, request.id(), own));
        house.refused(
                "conferencing.taken-over",
                () -> house.entries.ice(house.filer, request.id(), new Tab(first.connection())));
        house.refused(
                "conferencing.taken-over",
                () -> house.entries.leave(house.filer, request.id(), new Tab(first.connection())));
        house.refused("conferencing.taken-over", () -> house.alive(house.filer, request, first, UUID.randomUUID()));
    }

    @Test
    void theSameTabAgainChangesNothing() {
        Ticket first = house.enter(house.filer, request);
        long number = house.room(house.filer, request).number();
        Ticket again = house.enter(house.filer, request, first.connection());
        assertEquals(first.participantId(), again.participantId());
        assertEquals(number, again.room().number());
        assertEquals(first.roomName(), again.roomName());
    }

    @Test
    void aSeatIsKeptForAMinuteAndThenGivenUp() {
        Ticket doctor = house.enter(house.filer, request);
        Ticket called = house.called(doctor, house.filer, patient, request);
        UUID socket = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        house.alive(patient, request, called, socket);
        house.alive(house.filer, request, doctor, other);

        house.alive.closed(patient, socket);
        Room room = house.room(house.filer, request);
        assertEquals(Participant.Presence.RECONNECTING, house.in(room, called).presence());
        assertEquals(ConferenceState.IN_PROGRESS, room.state(), "who reconnects counts");
        house.pass(House.SEAT_SECONDS - 1);
        house.alive(patient, request, called, UUID.randomUUID());
        room = house.room(house.filer, request);
        assertEquals(Participant.Presence.PRESENT, house.in(room, called).presence());
        assertEquals(Participant.State.ADMITTED, house.in(room, called).state());

        house.alive.closed(house.filer, other);
        house.pass(House.SEAT_SECONDS);
        room = house.room(patient, request);
        assertEquals(1, room.participants().size());
        assertNull(room.hostId(), "a patient never becomes host");
        assertEquals(ConferenceState.WAITING, room.state());
        assertEquals("LEFT STAFF", house.logged(request).get(0));
    }

    @Test
    void aTabWithoutASocketIsHeardByItsQuestions() {
        Ticket doctor = house.enter(house.filer, request);
        for (int i = 0; i < 5; i++) {
            house.pass(10);
            house.entries.ice(house.filer, request.id(), new Tab(doctor.connection()));
        }
        assertEquals(
                Participant.Presence.PRESENT,
                house.in(house.room(house.filer, request), doctor).presence());
        house.pass(16);
        assertEquals(
                Participant.Presence.RECONNECTING,
                house.in(house.room(house.filer, request), doctor).presence());
        house.entries.ice(house.filer, request.id(), new Tab(doctor.connection()));
        assertEquals(
                Participant.Presence.PRESENT,
                house.in(house.room(house.filer, request), doctor).presence());
    }

    @Test
    void anUpdateAsksWhoIsThereAndKeepsTheRoom() throws InterruptedException {
        Ticket doctor = house.enter(house.filer, request);
        Ticket called = house.called(doctor, house.filer, patient, request);
        house.alive(patient, request, called, UUID.randomUUID());
        house.live.sent.clear();

        // a new bundle knows nothing of sockets
        Presence fresh = new Presence(System::nanoTime);
        Timer timer = new Timer(house.rooms, house.repository, house.engines, house.journal, fresh);
        timer.tick();
        timer.stop();
        assertEquals(
                List.of("conferencing.who-is-there", "conferencing.who-is-there"),
                house.live.sent.stream().map(sent -> sent.hint().type()).toList());
        Room room = house.room(house.filer, request);
        assertEquals(ConferenceState.IN_PROGRESS, room.state());
        assertEquals(2, room.participants().size());
    }

    @Test
    void aClosedRequestTakesNoCallAndEndsTheOneThatGoesOn() {
        Ticket doctor = house.enter(house.filer, request);
        house.called(doctor, house.filer, patient, request);
        house.requests.setState(request.id(), RequestState.CANCELLED);
        assertEquals(
                Participant.State.ADMITTED,
                house.enter(house.filer, request).state(),
                "a reload while the end is on its way");
        new EndConferenceOnRequestCancelled(house.rooms).handle(new RequestCancelled(request.id()));
        Room room = house.room(house.filer, request);
        assertEquals(ConferenceState.ENDED, room.state());
        assertTrue(room.closed());
        house.refused("requests.closed", () -> house.enter(house.filer, request));
        house.refused("requests.closed", () -> house.enter(patient, request));
        new EndConferenceOnRequestCancelled(house.rooms).handle(new RequestCancelled(request.id()));
        new EndConferenceOnRequestCancelled(house.rooms).handle(new RequestCancelled(UUID.randomUUID()));
        assertEquals(
                1,
                house.events.appended.stream()
                        .filter(ConferenceEnded.class::isInstance)
                        .count());
    }

    @Test
    void whoGaveTheRequestAwayLeavesTheRoom() {
        house.enter(house.filer, request);
        Ticket consultant = house.enter(house.consultant, request);
        house.host.handOver(house.filer, request.id(), new NewHost(consultant.participantId()));
        new PutOutOnRequestHandedOver(house.rooms, house.presence)
                .handle(new RequestHandedOver(request.id(), house.consultant.id(), house.stranger.id(), null, null));
        Room room = house.room(house.filer, request);
        assertEquals(1, room.participants().size());
        assertEquals(room.me(), room.hostId());
        assertEquals(house.stranger.id().toString(), house.rooms.read(request.id()).room.consultantId);
        new PutOutOnRequestHandedOver(house.rooms, house.presence)
                .handle(new RequestHandedOver(request.id(), house.filer.id(), house.consultant.id(), null, null));
        assertEquals(1, house.room(house.filer, request).participants().size(), "the filer stays");
    }

    @Test
    void noMailIsAskedForWhenThePatientIsThereFirst() {
        house.enter(patient, request);
        house.enter(house.filer, request);
        assertEquals(List.of(), awaited());
        house.allGo();
        Ticket doctor = house.enter(house.filer, request);
        house.rings.ring(house.filer, request.id(), new NewRing(UUID.randomUUID(), doctor.connection()));
        assertEquals(1, awaited().size(), "once a conference");
    }

    private List<DomainEvent> awaited() {
        return house.events.appended.stream()
                .filter(PatientAwaited.class::isInstance)
                .toList();
    }

    @Test
    void onlyWhoHasARightComesIn() {
        house.refused("requests.not-found", () -> house.enter(house.stranger, request));
        house.refused("requests.not-found", () -> house.room(house.stranger, request));
        Caller ofAnother = house.patientOf(house.request());
        house.refused("requests.not-found", () -> house.enter(ofAnother, request));
        house.links.consents.clear();
        house.refused("conferencing.consent-needed", () -> house.enter(patient, request));
        house.refused("conferencing.consent-needed", () -> house.room(patient, request));
        house.links.consents.add(request.id());
        house.refused("conferencing.staff-only", () -> house.reader.log(patient, request.id()));
    }

    @Test
    void whoIsInGoesOnWithoutTheNeighbours() {
        Ticket doctor = house.enter(house.filer, request);
        Ticket called = house.called(doctor, house.filer, patient, request);
        house.access.requests = null;
        house.access.links = null;
        house.views.directory = null;
        house.journal.notes = null;
        assertEquals(2, house.room(patient, request).participants().size());
        assertEquals(called.roomName(), house.enter(patient, request).roomName());
        house.switches.set(house.filer, request.id(), new Own(doctor.connection(), false, true, true, false));
        house.refused("platform.domain-away", () -> house.room(house.consultant, request));
        house.refused("platform.domain-away", () -> house.enter(house.consultant, request));
        Caller another = house.patientOf(request);
        house.refused("platform.domain-away", () -> house.enter(another, request));
        house.allGo();
        assertEquals(ConferenceState.ENDED, house.rooms.read(request.id()).room.state);
    }

    @Test
    void badInputIsRefused() {
        for (Entry entry : new Entry[] {null, new Entry(null, true, true)}) {
            house.refused("conferencing.invalid", () -> house.entries.enter(house.filer, request.id(), entry));
        }
        house.attempts.exhausted.add(house.filer.id().toString());
        house.refused("platform.too-many-attempts", () -> house.enter(house.filer, request));
    }

    @Test
    void callsShowWhatGoesOnInTheOwnRequests() {
        assertEquals(List.of(), house.reader.calls(house.filer).items());
        Ticket waiting = house.enter(patient, request);
        RequestCard second = house.request();
        house.enter(house.consultant, second);
        assertEquals(
                List.of(request.id(), second.id()),
                Stream.of(house.filer, house.consultant)
                        .map(doctor -> house.reader.calls(doctor).items())
                        .peek(calls -> assertEquals(2, calls.size()))
                        .findFirst()
                        .orElseThrow()
                        .stream()
                        .map(Call::requestId)
                        .toList());
        Call call = house.reader.calls(house.filer).items().get(0);
        assertEquals(request.name(), call.requestName());
        assertEquals(ConferenceState.WAITING, call.state());
        assertEquals(waiting.participantId(), call.waiting().get(0).participantId());
        assertFalse(call.inRoom());
        assertTrue(house.reader.calls(house.consultant).items().get(1).inRoom());
        assertEquals(List.of(), house.reader.calls(house.stranger).items());
    }
}
