package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.conferencing.api.Listener;
import org.consilium.conferencing.api.Participant;
import org.consilium.conferencing.api.Quality;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Signals, listeners, the conference chat, checks and quality in one room. */
@ParameterizedClass
@EnumSource(Engine.class)
class RoomLifeTest {
    private final House house;
    private final RequestCard request;
    private final Caller patient;
    private Ticket doctor;
    private Ticket called;

    RoomLifeTest(Engine engine) {
        house = new House(engine);
        request = house.request();
        patient = house.patientOf(request);
    }

    @BeforeEach
    void call() {
        doctor = house.enter(house.filer, request);
        called = house.called(doctor, house.filer, patient, request);
        house.live.sent.clear();
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    // ---- signals

    private void signal(Caller from, Ticket ticket, UUID to) {
        house.signals.handle(
                from,
                house.said(
                        "conferencing.signal",
                        request,
                        UUID.randomUUID(),
                        "{\"connection\":\"" + ticket.connection() + "\",\"to\":\"" + to + "\",\"data\":\"v=0\"}"));
    }

    @Test
    void aSignalReachesTheTabThatItIsForAndNobodyElse() {
        UUID socket = UUID.randomUUID();
        house.alive(patient, request, called, socket);
        signal(house.filer, doctor, called.participantId());
        RecordingLive.Sent sent = house.live.sent.get(0);
        assertEquals(socket, sent.toSocket());
        assertEquals("v=0", sent.hint().payload().get("data"));
        assertEquals(doctor.participantId().toString(), sent.hint().payload().get("from"));
        assertEquals(called.connection().toString(), sent.hint().payload().get("toConnection"));

        signal(patient, called, doctor.participantId());
        assertEquals(Set.of(house.filer.id()), house.live.sent.get(1).audience(), "no socket: all tabs of the one");
        assertEquals(2, house.live.sent.size());
    }

    @Test
    void signalsGoOnlyBetweenTwoWhoAreInTheSameRoom() {
        RequestCard other = house.request();
        Ticket elsewhere = house.enter(house.consultant, other);
        house.refused("conferencing.not-in-room", () -> signal(house.filer, doctor, elsewhere.participantId()));
        house.refused("conferencing.not-in-room", () -> signal(house.consultant, elsewhere, called.participantId()));
        house.refused("requests.not-found", () -> signal(house.stranger, doctor, called.participantId()));
        house.refused("conferencing.not-in-room", () -> signal(house.filer, doctor, doctor.participantId()));
        house.refused("conferencing.taken-over", () -> signal(house.filer, elsewhere, called.participantId()));
        house.host.admission(house.filer, request.id(), new Admission(called.participantId(), Admission.Decision.WAIT));
        house.live.sent.clear();
        house.refused("conferencing.not-in-room", () -> signal(house.filer, doctor, called.participantId()));
        house.refused("conferencing.not-in-room", () -> signal(patient, called, doctor.participantId()));
        house.attempts.exhausted.add(doctor.connection().toString());
        house.refused("platform.too-many-attempts", () -> signal(house.filer, doctor, called.participantId()));
        assertEquals(List.of(), house.live.sent);
    }

    @Test
    void aPointerIsShownToTheOthersOnly() {
        UUID mine = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        house.alive(house.filer, request, doctor, mine);
        house.alive(patient, request, called, theirs);
        house.pointers.handle(
                house.filer,
                house.said(
                        "conferencing.pointer",
                        request,
                        mine,
                        "{\"connection\":\"" + doctor.connection() + "\",\"data\":\"1,2\"}"));
        assertEquals(
                List.of(theirs),
                house.live.sent.stream().map(RecordingLive.Sent::toSocket).toList());
    }

    // ---- listeners

    @Test
    @Proves({"S142", "S143"})
    void aListenerComesInAfterThePatientAgreedAndTheHostLetHimIn() {
        house.refused("requests.not-found", () -> house.enter(house.stranger, request));
        NewListener asked = new NewListener(Uuid7.next(), house.stranger.id());
        house.refused("conferencing.host-only", () -> house.listeners.ask(house.consultant, request.id(), asked));
        house.listeners.ask(house.filer, request.id(), asked);
        house.listeners.ask(house.filer, request.id(), asked);
        Listener listener = house.room(patient, request).listeners().get(0);
        assertEquals("Чужой И. О.", listener.name());
        assertEquals(Listener.State.ASKED, listener.state());
        house.refused("conferencing.listener-not-consented", () -> house.enter(house.stranger, request));
        house.refused("conferencing.listener-not-consented", () -> house.room(house.stranger, request));

        assertEquals(List.of(), house.reader.calls(house.stranger).items());

        house.listeners.consent(patient, request.id(), listener.id(), new ListenerConsent(true));
        Call invitation = house.reader.calls(house.stranger).items().get(0);
        assertEquals(request.id(), invitation.requestId());
        assertTrue(invitation.watching() && !invitation.inRoom());
        Ticket watching = house.enter(house.stranger, request);
        assertEquals(Participant.State.WAITING, watching.state());
        assertFalse(watching.publish());
        house.host.admission(
                house.filer, request.id(), new Admission(watching.participantId(), Admission.Decision.ADMIT));
        Participant seen = house.in(house.room(patient, request), watching);
        assertEquals(Participant.Role.LISTENER, seen.role());
        assertFalse(seen.microphone() || seen.camera() || seen.broadcasting());
        house.refused(
                "conferencing.listener",
                () -> house.switches.set(
                        house.stranger, request.id(), new Own(watching.connection(), true, false, false, false)));
        house.refused(
                "conferencing.listener",
                () -> house.chat.post(house.stranger, request.id(), new NewMessage(Uuid7.next(), "можно?")));
        house.refused(
                "conferencing.host-must-be-staff",
                () -> house.host.handOver(house.filer, request.id(), new NewHost(watching.participantId())));
        assertNull(house.room(house.stranger, request).deviceCheck());

        house.listeners.consent(patient, request.id(), listener.id(), new ListenerConsent(false));
        assertEquals(2, house.room(patient, request).participants().size(), "put out at once");
        house.refused("conferencing.listener-not-consented", () -> house.room(house.stranger, request));
        house.listeners.ask(house.filer, request.id(), asked);
        assertEquals(
                Listener.State.ASKED,
                house.room(patient, request).listeners().get(0).state(),
                "asked again, not let in again");
        house.listeners.remove(house.filer, request.id(), listener.id());
        house.refused("requests.not-found", () -> house.room(house.stranger, request));
    }

    @Test
    void whoTakesPartOrIsUnknownIsNoListener() {
        for (UUID account : List.of(house.consultant.id(), UUID.randomUUID())) {
            house.refused(
                    "conferencing.invalid",
                    () -> house.listeners.ask(house.filer, request.id(), new NewListener(Uuid7.next(), account)));
        }
        house.refused(
                "conferencing.no-such-listener",
                () -> house.listeners.consent(patient, request.id(), UUID.randomUUID(), new ListenerConsent(true)));
        house.refused(
                "conferencing.staff-only",
                () -> house.listeners.ask(patient, request.id(), new NewListener(Uuid7.next(), house.stranger.id())));
    }

    // ---- chat

    @Test
    void messagesOfTheConferenceStayInTheConference() {
        NewMessage message = new NewMessage(Uuid7.next(), "  Слышите меня?\n");
        Message posted = house.chat.post(house.filer, request.id(), message);
        assertEquals("Слышите меня?", posted.text());
        assertTrue(posted.mine());
        assertEquals(posted, house.chat.post(house.filer, request.id(), message));
        house.refused("conferencing.id-taken", () -> house.chat.post(patient, request.id(), message));
        RecordingLive.Sent sent = house.live.sent.get(0);
        assertEquals(Set.of(house.filer.id(), patient.id()), sent.audience());
        MessagePage page = house.chat.messages(patient, request.id(), 0, 50);
        assertEquals(1, page.last());
        assertFalse(page.items().get(0).mine());
        assertEquals("Щербаков П. И.", page.items().get(0).authorName());
        assertEquals(1, house.room(patient, request).lastMessage());
        assertEquals(List.of(), house.notes, "nothing of it in the request's chat");

        house.refused("conferencing.not-in-room", () -> house.chat.messages(house.consultant, request.id(), 0, 50));
        for (String text : new String[] {null, " ", "x".repeat(2001)}) {
            house.refused(
                    "conferencing.invalid",
                    () -> house.chat.post(house.filer, request.id(), new NewMessage(Uuid7.next(), text)));
        }
        house.host.end(house.filer, request.id());
        house.enter(house.filer, request);
        assertEquals(
                List.of(), house.chat.messages(house.filer, request.id(), 0, 50).items(), "the next one begins empty");
    }

    // ---- checks and quality

    @Test
    void theDoctorSeesWhatThePatientsCheckFound() {
        DeviceCheck check = new DeviceCheck(
                null,
                null,
                DeviceCheck.Outcome.FAILED,
                DeviceCheck.Device.BUSY,
                DeviceCheck.Device.OK,
                DeviceCheck.Device.SKIPPED,
                false,
                true,
                1.5,
                800,
                90,
                DeviceCheck.Cause.BUSY_DEVICE,
                "Firefox 150");
        DeviceCheck saved = house.checks.save(patient, request.id(), check);
        assertEquals(house.rooms.now(), saved.at());
        assertEquals(saved, house.room(house.filer, request).deviceCheck());
        assertEquals(
                List.of(saved),
                house.checks
                        .of(house.consultant, List.of(request.id(), UUID.randomUUID()))
                        .items());
        assertEquals(
                List.of(),
                house.checks.of(house.stranger, List.of(request.id())).items());
        assertNull(house.room(patient, request).deviceCheck());
        assertEquals("conferencing.device-check", house.live.sent.get(0).hint().type());
        DeviceCheck well = new DeviceCheck(
                null,
                null,
                DeviceCheck.Outcome.OK,
                DeviceCheck.Device.OK,
                DeviceCheck.Device.OK,
                DeviceCheck.Device.OK,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        house.checks.save(patient, request.id(), well);
        assertNull(house.room(house.filer, request).deviceCheck().cause());
        house.refused("conferencing.invalid", () -> house.checks.save(patient, request.id(), null));
    }

    @Test
    void credentialsForACheckAreShortAndOnlyForAnOpenRequest() {
        Ice ice = house.checks.ice(patient, request.id());
        assertEquals(house.rooms.now().plusSeconds(120), ice.expiresAt());
        house.refused("requests.not-found", () -> house.checks.ice(house.stranger, request.id()));
        house.requests.setState(request.id(), RequestState.EXECUTED);
        house.refused("requests.closed", () -> house.checks.ice(patient, request.id()));
    }

    @Test
    void qualityIsShownToAllAndLoggedWhenItChanges() {
        QualityReport poor = new QualityReport(called.connection(), Quality.Level.POOR, Quality.Rung.AUDIO, 12.5, 400);
        house.switches.quality(patient, request.id(), poor);
        house.switches.quality(patient, request.id(), poor);
        Quality seen = house.in(house.room(house.filer, request), called).quality();
        assertEquals(new Quality(Quality.Level.POOR, Quality.Rung.AUDIO, 12.5, 400), seen);
        assertEquals(
                1,
                house.logged(request).stream().filter("QUALITY PATIENT"::equals).count());
        house.refused(
                "conferencing.invalid",
                () -> house.switches.quality(
                        patient, request.id(), new QualityReport(called.connection(), Quality.Level.POOR, null, 1, 1)));
    }

    @Test
    void fromBrowserToBrowserNothingIsRecorded() {
        house.refused(
                "conferencing.recording-unsupported",
                () -> house.recordings.wish(house.filer, request.id(), new RecordingWish(true)));
        house.recordings.wish(house.filer, request.id(), new RecordingWish(false));
        house.refused(
                "conferencing.no-recording-asked",
                () -> house.recordings.consent(patient, request.id(), new RecordingConsent(true)));
        assertFalse(house.room(patient, request).recording().supported());
    }
}
