package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.Ring;
import org.consilium.conferencing.api.Room;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.api.RequestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RingsTest {
    private final House house;
    private final RequestCard request;
    private final Caller patient;
    private final UUID ring = UUID.randomUUID();
    private Ticket doctor;

    RingsTest(Engine engine) {
        house = new House(engine);
        request = house.request();
        patient = house.patientOf(request);
    }

    @BeforeEach
    void enter() {
        doctor = house.enter(house.filer, request);
        house.alive(house.filer, request, doctor, UUID.randomUUID());
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    private void ring() {
        house.rings.ring(house.filer, request.id(), new NewRing(ring, doctor.connection()));
    }

    @Test
    void aRingThatNobodyAnswersIsOverAndStandsInTheChat() {
        ring();
        house.pass(House.RING_SECONDS - 1);
        assertEquals(ConferenceState.RINGING, house.room(patient, request).state());
        house.pass(1);
        Room room = house.room(patient, request);
        assertEquals(ConferenceState.WAITING, room.state(), "the doctor waits");
        assertEquals(Ring.State.UNANSWERED, room.ring().state());
        assertEquals(
                List.of(new House.Noted(request.id(), "conferencing.unanswered", Map.of("by", "Щербаков П. И."))),
                house.notes);
        assertEquals("UNANSWERED", house.logged(request).get(0));
        house.refused("conferencing.ring-over", () -> house.rings.decline(patient, request.id(), new RingEnd(ring)));
    }

    @Test
    void aRingThatIsDeclinedStandsInTheChat() {
        ring();
        house.refused(
                "conferencing.ring-over",
                () -> house.rings.decline(patient, request.id(), new RingEnd(UUID.randomUUID())));
        house.rings.decline(patient, request.id(), new RingEnd(ring));
        house.rings.decline(patient, request.id(), new RingEnd(ring));
        assertEquals(
                Ring.State.DECLINED, house.room(house.filer, request).ring().state());
        assertEquals(
                List.of("conferencing.declined"),
                house.notes.stream().map(House.Noted::code).toList());
    }

    @Test
    void theDoctorStopsRinging() {
        ring();
        house.refused("conferencing.staff-only", () -> house.rings.cancel(patient, request.id(), new RingEnd(ring)));
        house.rings.cancel(house.consultant, request.id(), new RingEnd(ring));
        assertEquals(Ring.State.CANCELLED, house.room(patient, request).ring().state());
        assertEquals("conferencing.cancelled", house.notes.get(0).code());
        house.pass(100);
        assertEquals(1, house.notes.size());
    }

    @Test
    void leavingEndsTheRing() {
        ring();
        house.entries.leave(house.filer, request.id(), new Tab(doctor.connection()));
        house.pass(House.RING_SECONDS);
        assertEquals(ConferenceState.ENDED, house.room(patient, request).state());
    }

    @Test
    void aRingSentAgainIsTheSameAndASecondOneHasToWait() {
        ring();
        ring();
        house.refused(
                "conferencing.ringing-already",
                () -> house.rings.ring(house.filer, request.id(), new NewRing(UUID.randomUUID(), doctor.connection())));
        house.enter(patient, request);
        assertEquals(Ring.State.ANSWERED, house.room(patient, request).ring().state());
        assertEquals(List.of(), house.notes);
        house.refused(
                "conferencing.patient-in-room",
                () -> house.rings.ring(house.filer, request.id(), new NewRing(UUID.randomUUID(), doctor.connection())));
    }

    @Test
    void onlyStaffInTheRoomRings() {
        house.refused(
                "conferencing.staff-only",
                () -> house.rings.ring(patient, request.id(), new NewRing(ring, doctor.connection())));
        house.refused(
                "conferencing.not-in-room",
                () -> house.rings.ring(house.consultant, request.id(), new NewRing(ring, doctor.connection())));
        house.refused(
                "requests.not-found",
                () -> house.rings.ring(house.stranger, request.id(), new NewRing(ring, doctor.connection())));
        house.refused(
                "conferencing.invalid",
                () -> house.rings.ring(house.filer, request.id(), new NewRing(null, doctor.connection())));
    }

    @Test
    void aDelayIsToldUntilTheCallBegins() {
        house.rings.delay(house.consultant, request.id(), new Delay(15));
        assertEquals(15, house.room(patient, request).delayMinutes());
        house.refused("conferencing.invalid", () -> house.rings.delay(house.consultant, request.id(), new Delay(121)));
        house.refused("conferencing.staff-only", () -> house.rings.delay(patient, request.id(), new Delay(1)));
        ring();
        house.enter(patient, request);
        assertEquals(0, house.room(patient, request).delayMinutes());
    }
}
