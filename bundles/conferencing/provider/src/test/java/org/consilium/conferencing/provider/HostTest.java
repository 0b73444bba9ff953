package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Acceptance decision 7. */
@ParameterizedClass
@EnumSource(Engine.class)
class HostTest {
    private final House house;
    private final RequestCard request;
    private final Caller patient;

    HostTest(Engine engine) {
        house = new House(engine);
        request = house.request();
        patient = house.patientOf(request);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    private UUID host() {
        return house.room(house.filer, request).hostId();
    }

    @Test
    @Proves("S124")
    void theFirstOnStaffIsHostAndNeverThePatient() {
        Ticket waiting = house.enter(patient, request);
        assertNull(waiting.room().hostId());
        Ticket consultant = house.enter(house.consultant, request);
        assertEquals(consultant.participantId(), host());
        house.enter(house.filer, request);
        assertEquals(consultant.participantId(), host());
        assertTrue(house.in(house.room(patient, request), consultant).host());
    }

    @Test
    void theHostHandsOverAndTakesBack() {
        Ticket first = house.enter(house.filer, request);
        Ticket second = house.enter(house.consultant, request);
        Ticket called = house.called(first, house.filer, patient, request);
        house.refused("conferencing.host-must-be-staff", () -> handOver(house.filer, called));
        house.refused("conferencing.host-only", () -> handOver(house.consultant, second));
        house.refused("conferencing.host-only", () -> handOver(patient, called));

        handOver(house.filer, second);
        assertEquals(second.participantId(), host());
        assertEquals(first.participantId(), house.room(patient, request).lenderId());
        house.refused("conferencing.host-only", () -> house.host.end(house.filer, request.id()));

        handOver(house.filer, first);
        assertEquals(first.participantId(), host());
        assertNull(house.room(patient, request).lenderId(), "nothing is owed any more");
        house.refused("conferencing.host-only", () -> handOver(house.consultant, second));

        handOver(house.filer, second);
        handOver(house.consultant, first);
        assertNull(house.room(patient, request).lenderId(), "given back");
    }

    private void handOver(Caller by, Ticket to) {
        house.host.handOver(by, request.id(), new NewHost(to.participantId()));
    }

    @Test
    void whenTheHostLeavesTheOneLongestInTheRoomFollows() {
        Ticket first = house.enter(house.filer, request);
        house.clock.pass(5);
        Ticket second = house.enter(house.consultant, request);
        house.called(first, house.filer, patient, request);
        house.entries.leave(house.filer, request.id(), new Tab(first.connection()));
        assertEquals(second.participantId(), host());
        house.clock.pass(5);
        house.enter(house.filer, request);
        assertEquals(second.participantId(), host(), "coming back does not take it away");
        house.entries.leave(house.consultant, request.id(), new Tab(second.connection()));
        Room room = house.room(patient, request);
        assertEquals(first.participantId(), room.hostId());
        assertEquals(ConferenceState.IN_PROGRESS, room.state());
    }

    @Test
    void aHostWhoReconnectsStaysHostAndOneWhoIsGoneIsReplaced() {
        Ticket first = house.enter(house.filer, request);
        Ticket second = house.enter(house.consultant, request);
        UUID socket = UUID.randomUUID();
        house.alive(house.filer, request, first, socket);
        house.alive(house.consultant, request, second, UUID.randomUUID());
        house.alive.closed(house.filer, socket);
        house.pass(30);
        assertEquals(first.participantId(), host());
        house.enter(house.filer, request);
        assertEquals(first.participantId(), host(), "a reload");
        house.alive(house.filer, request, house.enter(house.filer, request, socket), socket);
        house.alive.closed(house.filer, socket);
        house.pass(House.SEAT_SECONDS);
        assertEquals(
                second.participantId(), house.room(house.consultant, request).hostId());
    }

    @Test
    @Proves("S176")
    void theHostSwitchesAMicrophoneOffAndNobodySwitchesItOnForAnother() {
        Ticket doctor = house.enter(house.filer, request);
        Ticket called = house.called(doctor, house.filer, patient, request);
        MicrophoneSwitch off = new MicrophoneSwitch(false);
        house.refused(
                "conferencing.host-only",
                () -> house.host.microphone(patient, request.id(), doctor.participantId(), off));
        house.refused(
                "conferencing.host-only",
                () -> house.host.microphone(house.consultant, request.id(), doctor.participantId(), off));
        house.host.microphone(house.filer, request.id(), called.participantId(), off);
        Participant muted = house.in(house.room(patient, request), called);
        assertFalse(muted.microphone());
        assertTrue(muted.mutedByHost());
        assertTrue(muted.camera());
        house.refused(
                "conferencing.invalid",
                () -> house.host.microphone(
                        house.filer, request.id(), called.participantId(), new MicrophoneSwitch(true)));

        house.switches.set(patient, request.id(), new Own(called.connection(), true, true, true, false));
        muted = house.in(house.room(patient, request), called);
        assertTrue(muted.microphone());
        assertFalse(muted.mutedByHost());
        assertTrue(house.logged(request).contains("MUTED PATIENT"));
    }

    @Test
    @Proves("S176")
    void broadcastingIsASwitchOfItsOwn() {
        Ticket doctor = house.enter(house.filer, request);
        house.switches.set(house.filer, request.id(), new Own(doctor.connection(), true, true, false, true));
        Participant paused = house.in(house.room(house.filer, request), doctor);
        assertFalse(paused.broadcasting());
        assertTrue(paused.microphone());
        assertTrue(paused.camera());
        assertTrue(paused.screen());
    }

    @Test
    void everyCommandOfTheHostIsRefusedToAllOthers() {
        Ticket doctor = house.enter(house.filer, request);
        Ticket called = house.called(doctor, house.filer, patient, request);
        house.enter(house.consultant, request);
        UUID id = request.id();
        for (Caller caller : List.of(patient, house.consultant)) {
            house.refused(
                    "conferencing.host-only",
                    () -> house.host.admission(
                            caller, id, new Admission(called.participantId(), Admission.Decision.WAIT)));
            house.refused("conferencing.host-only", () -> handOver(caller, called));
            house.refused("conferencing.host-only", () -> house.host.end(caller, id));
            house.refused("conferencing.host-only", () -> house.recordings.wish(caller, id, new RecordingWish(true)));
        }
        house.refused("requests.not-found", () -> house.host.end(house.stranger, id));
        house.refused("requests.not-found", () -> house.host.end(house.patientOf(house.request()), id));
        house.host.end(house.filer, id);
        assertEquals(ConferenceState.ENDED, house.room(patient, request).state());
    }

    @Test
    void fourSendVideoAndEightComeIn() {
        Ticket first = house.enter(house.filer, request);
        house.enter(house.consultant, request);
        List<Caller> links =
                IntStream.range(0, 7).mapToObj(i -> house.patientOf(request)).toList();
        List<Ticket> tickets =
                links.stream().map(link -> house.enter(link, request)).toList();
        for (Ticket ticket : tickets.subList(0, 6)) {
            house.host.admission(
                    house.filer, request.id(), new Admission(ticket.participantId(), Admission.Decision.ADMIT));
        }
        Room room = house.room(house.filer, request);
        assertEquals(
                4,
                room.participants().stream()
                        .filter(seat -> seat.camera() && seat.state() == Participant.State.ADMITTED)
                        .count());
        house.refused(
                "conferencing.room-full",
                () -> house.host.admission(
                        house.filer,
                        request.id(),
                        new Admission(tickets.get(6).participantId(), Admission.Decision.ADMIT)));
        Ticket fifth = tickets.get(5);
        Own withCamera = new Own(fifth.connection(), true, true, true, false);
        assertFalse(house.in(room, fifth).videoAllowed());
        house.refused("conferencing.video-full", () -> house.switches.set(links.get(5), request.id(), withCamera));
        house.switches.set(house.filer, request.id(), new Own(first.connection(), true, false, true, false));
        house.switches.set(links.get(5), request.id(), withCamera);
        assertTrue(house.in(house.room(house.filer, request), fifth).camera());
    }
}
