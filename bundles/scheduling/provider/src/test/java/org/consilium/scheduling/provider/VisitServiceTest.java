package org.consilium.scheduling.provider;

import static org.consilium.scheduling.provider.House.at;
import static org.consilium.scheduling.provider.House.starts;
import static org.consilium.scheduling.provider.House.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.live.Hint;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.scheduling.api.AbsenceReason;
import org.consilium.scheduling.api.NewAbsence;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.PatientBusyException;
import org.consilium.scheduling.api.Slot;
import org.consilium.scheduling.api.SlotTakenException;
import org.consilium.scheduling.api.Template;
import org.consilium.scheduling.api.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class VisitServiceTest {
    private final House house;

    VisitServiceTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S069", "S070", "S072"})
    void aFreeSlotOfTheTemplatesIsBooked() {
        house.daily(house.doctor, "09:00", "10:30", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:30"));
        Visit booked = house.visits.book(house.colleague, wanted);
        assertEquals(new Visit(wanted.requestId(), house.doctor.id(), at("09:30"), 30), booked);
        assertEquals(Optional.of(booked), house.visits.find(wanted.requestId()));
        assertEquals(starts("09:00", "10:00"), freeToday(house.doctor));
        assertEquals(
                "scheduling.visit-booked",
                house.audit.actions().get(house.audit.actions().size() - 1));
        assertEquals(
                Map.of("doctorId", house.doctor.id().toString(), "start", "2026-11-23T06:30:00Z", "minutes", "30"),
                house.audit.about(wanted.requestId()).get(0).details());
        RecordingLive.Sent hint = house.live.sent.get(house.live.sent.size() - 1);
        assertEquals(Set.of(house.doctor.id()), hint.audience());
        assertEquals(Hint.of("scheduling.changed", house.doctor.id()), hint.hint());
    }

    @Test
    @Proves("S071")
    void aTakenSlotIsRefusedAndNothingIsLeftOfTheAttempt() {
        house.daily(house.doctor, "09:00", "10:30", 30, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("09:30")));
        NewVisit late = visit(house.doctor, at("09:30"));
        SlotTakenException refused =
                assertThrows(SlotTakenException.class, () -> house.visits.book(house.stranger, late));
        assertEquals("scheduling.slot-taken", refused.code());
        assertEquals(Optional.empty(), house.visits.find(late.requestId()));
        assertEquals(12, house.cells());
    }

    @Test
    @Proves("S071")
    void visitsOfDifferentLengthThatOverlapExcludeEachOther() {
        house.daily(house.doctor, "09:00", "12:00", 60, 0);
        house.daily(house.doctor, "09:15", "12:00", 20, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("09:35")));
        assertThrows(
                SlotTakenException.class, () -> house.visits.book(house.colleague, visit(house.doctor, at("09:00"))));
        house.visits.book(house.colleague, visit(house.doctor, at("10:00")));
        assertThrows(
                SlotTakenException.class, () -> house.visits.book(house.colleague, visit(house.doctor, at("10:55"))));
        assertEquals(starts("09:15", "11:00", "11:15", "11:35"), freeToday(house.doctor));
    }

    @Test
    void theBufferBelongsToTheVisit() {
        house.daily(house.doctor, "09:00", "09:30", 30, 10);
        house.daily(house.doctor, "09:30", "10:30", 30, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("09:00")));
        assertThrows(
                SlotTakenException.class, () -> house.visits.book(house.colleague, visit(house.doctor, at("09:30"))));
        assertEquals(starts("10:00"), freeToday(house.doctor));
    }

    @Test
    void aBufferThatReachesIntoABookedVisitIsNotFreeEither() {
        house.daily(house.doctor, "09:30", "10:00", 30, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("09:30")));
        house.daily(house.doctor, "09:00", "09:30", 30, 10);
        assertEquals(List.of(), freeToday(house.doctor));
        assertThrows(
                SlotTakenException.class, () -> house.visits.book(house.colleague, visit(house.doctor, at("09:00"))));
    }

    @Test
    void aPatientIsNotInTwoVisitsAtOnce() {
        house.daily(house.doctor, "09:00", "10:00", 30, 15);
        house.daily(house.stranger, "09:10", "09:50", 20, 0);
        house.visits.book(house.colleague, visit(Uuid7.next(), house.doctor, "person-1", at("09:00")));
        PatientBusyException refused = assertThrows(
                PatientBusyException.class,
                () -> house.visits.book(house.colleague, visit(Uuid7.next(), house.stranger, "person-1", at("09:10"))));
        assertEquals("scheduling.patient-busy", refused.code());
        house.visits.book(house.colleague, visit(Uuid7.next(), house.stranger, "person-2", at("09:10")));
        // the doctor's buffer is not the patient's
        house.visits.book(house.colleague, visit(Uuid7.next(), house.stranger, "person-1", at("09:30")));
    }

    @Test
    void whoeverHasNoKeyIsOnlyHeldByTheDoctor() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        house.daily(house.stranger, "09:00", "10:00", 30, 0);
        house.visits.book(house.colleague, visit(Uuid7.next(), house.doctor, null, at("09:00")));
        house.visits.book(house.colleague, visit(Uuid7.next(), house.stranger, null, at("09:00")));
        assertThrows(
                SlotTakenException.class,
                () -> house.visits.book(house.colleague, visit(Uuid7.next(), house.doctor, null, at("09:00"))));
    }

    @Test
    void theSameBookingAgainAnswersTheSameVisit() {
        Template template = house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        Visit booked = house.visits.book(house.colleague, wanted);
        house.templates.delete(house.system, template.id(), template.version());
        assertEquals(booked, house.visits.book(house.colleague, wanted));
        assertEquals(12, house.cells());
        assertEquals(1, house.audit.about(wanted.requestId()).size());
    }

    @Test
    void aRequestHasOneVisit() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit first = visit(house.doctor, at("09:00"));
        house.visits.book(house.colleague, first);
        NewVisit other = visit(first.requestId(), house.doctor, first.patientKey(), at("09:30"));
        assertCode("scheduling.already-booked", () -> house.visits.book(house.colleague, other));
        assertEquals(starts("09:30"), freeToday(house.doctor));
    }

    @Test
    void onlyWhatTheTemplatesOfferIsBooked() {
        house.daily(house.doctor, "07:00", "10:00", 30, 0);
        for (Instant start :
                List.of(at("09:05"), at("12:00"), at("07:30"), at("09:00").plusMillis(1))) {
            assertCode("scheduling.no-such-slot", () -> house.visits.book(house.colleague, visit(house.doctor, start)));
        }
        assertCode(
                "scheduling.no-such-slot",
                () -> house.visits.book(house.colleague, visit(house.stranger, at("09:00"))));
        house.visits.book(house.colleague, visit(house.doctor, at("08:00")));
    }

    @Test
    void anAbsentDoctorHasNoSlots() {
        house.daily(house.doctor, "09:00", "11:00", 30, 0);
        house.absences.create(
                house.doctor,
                new NewAbsence(Uuid7.next(), house.doctor.id(), at("09:45"), at("10:30"), AbsenceReason.ILLNESS));
        assertEquals(starts("09:00", "10:30"), freeToday(house.doctor));
        assertCode(
                "scheduling.no-such-slot", () -> house.visits.book(house.colleague, visit(house.doctor, at("09:30"))));
    }

    @Test
    void aTemplatesChangeMovesNoBookedVisit() {
        Template template = house.daily(house.doctor, "09:00", "11:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:30"));
        Visit booked = house.visits.book(house.colleague, wanted);
        house.templates.save(
                house.doctor,
                new Template(
                        template.id(),
                        template.doctorId(),
                        null,
                        "Приём",
                        template.weekdays(),
                        "09:00",
                        "11:00",
                        40,
                        0,
                        template.validFrom(),
                        null,
                        template.version()));
        assertEquals(Optional.of(booked), house.visits.find(wanted.requestId()));
        assertEquals(starts("10:20"), freeToday(house.doctor));
    }

    @Test
    void aReleasedSlotIsFreeAgain() {
        house.daily(house.doctor, "09:00", "09:30", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        house.visits.book(house.colleague, wanted);
        house.visits.release(house.colleague, wanted.requestId());
        assertEquals(0, house.cells());
        assertEquals(Optional.empty(), house.visits.find(wanted.requestId()));
        house.visits.book(house.stranger, visit(house.doctor, at("09:00")));
        house.visits.release(house.colleague, wanted.requestId());
        assertEquals(12, house.cells());
    }

    @Test
    void aVisitCanBeMovedInOneTransaction() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        house.visits.book(house.colleague, wanted);
        Visit moved = house.jpa.txExpr(em -> {
            house.visits.release(house.colleague, wanted.requestId());
            return house.visits.book(
                    house.colleague, visit(wanted.requestId(), house.doctor, wanted.patientKey(), at("09:30")));
        });
        assertEquals(at("09:30"), moved.start());
        assertEquals(Optional.of(moved), house.visits.find(wanted.requestId()));
        assertEquals(starts("09:00"), freeToday(house.doctor));
        assertEquals(12, house.cells());
    }

    @Test
    void aBookingVanishesWithTheTransactionAroundIt() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        assertThrows(
                IllegalArgumentException.class,
                () -> house.jpa.tx(em -> {
                    house.visits.book(house.colleague, wanted);
                    assertTrue(house.visits.find(wanted.requestId()).isPresent());
                    throw new IllegalArgumentException("the request could not be saved");
                }));
        assertEquals(0, house.cells());
        assertEquals(starts("09:00", "09:30"), freeToday(house.doctor));
    }

    @Test
    void aCancelledRequestFreesItsTimeHoweverLateThatIsHeard() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        house.visits.book(house.colleague, wanted);
        ReleaseVisitOnRequestCancelled consumer = new ReleaseVisitOnRequestCancelled(house.visits);
        assertEquals("scheduling.ReleaseVisitOnRequestCancelled", consumer.name());
        consumer.handle(new RequestCancelled(wanted.requestId()));
        consumer.handle(new RequestCancelled(wanted.requestId()));
        assertEquals(0, house.cells());
    }

    @Test
    void onlyWhoMayFileRequestsBooks() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        for (Caller caller : List.of(house.patient, house.operator, house.scheduler)) {
            assertCode("scheduling.not-allowed", () -> house.visits.book(caller, visit(house.doctor, at("09:00"))));
        }
        house.visits.book(house.doctor, visit(house.doctor, at("09:00")));
        house.visits.book(house.system, visit(house.doctor, at("09:30")));
    }

    @Test
    void onlyParticipantsAndTheSystemRelease() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        house.visits.book(house.colleague, wanted);
        house.requests.takePart(wanted.requestId(), house.stranger, house.patient);
        for (Caller caller : List.of(house.patient, house.operator, house.scheduler, house.otherScheduler)) {
            assertCode("scheduling.not-allowed", () -> house.visits.release(caller, wanted.requestId()));
        }
        assertEquals(12, house.cells());
        for (Caller caller : List.of(house.doctor, house.colleague, house.stranger, house.system)) {
            house.visits.release(caller, wanted.requestId());
            assertEquals(0, house.cells(), caller.name());
            house.visits.book(house.colleague, wanted);
        }
        house.rights.requests = null;
        assertCode("platform.domain-away", () -> house.visits.release(house.stranger, wanted.requestId()));
    }

    @Test
    void anIncompleteBookingIsNamed() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        assertCode(
                "scheduling.invalid",
                () -> house.visits.book(house.doctor, new NewVisit(Uuid7.next(), null, "p", null, 0, " ")));
        assertCode(
                "scheduling.invalid",
                () -> house.visits.book(
                        house.doctor,
                        new NewVisit(Uuid7.next(), house.doctor.id(), "p", at("09:00"), 0, "п".repeat(401))));
    }

    @Test
    @Proves({"S069", "S071", "S072"})
    void freeSlotsAreTemplatesMinusVisitsMinusThePast() {
        house.daily(house.doctor, "07:00", "09:30", 30, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("08:30")));
        assertEquals(
                List.of(new Slot(at("08:00"), 30), new Slot(at("09:00"), 30)),
                house.visits.freeSlots(house.colleague, house.doctor.id(), at("00:00"), at("23:55"), 0));
        assertEquals(
                List.of(), house.visits.freeSlots(house.colleague, house.doctor.id(), at("00:00"), at("07:30"), 0));
        assertEquals(List.of(), house.visits.freeSlots(house.colleague, Uuid7.next(), at("00:00"), at("23:55"), 0));
    }

    @Test
    void theLeadKeepsSlotsFromBeingBookedTooLate() {
        try (House hurried =
                new House(house.db.engine(), Clock.fixed(House.NOW, House.MOSCOW), Duration.ofMinutes(61))) {
            hurried.daily(hurried.doctor, "08:00", "10:00", 30, 0);
            assertEquals(
                    starts("09:30"),
                    hurried.visits.freeSlots(hurried.doctor, hurried.doctor.id(), at("00:00"), at("23:55"), 0).stream()
                            .map(Slot::start)
                            .toList());
            assertCode(
                    "scheduling.no-such-slot",
                    () -> hurried.visits.book(hurried.doctor, visit(hurried.doctor, at("09:00"))));
        }
    }

    @Test
    void theHourThatAClockChangeRepeatsIsBookedTwiceAtDifferentInstants() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate autumn = LocalDate.of(2027, 10, 31);
        Instant midnight = autumn.atStartOfDay(berlin).toInstant();
        try (House there = new House(house.db.engine(), Clock.fixed(midnight, berlin), Duration.ZERO)) {
            there.daily(there.doctor, "00:00", "06:00", 60, 0);
            List<Instant> hours = IntStream.range(0, 7)
                    .mapToObj(hour -> midnight.plus(Duration.ofHours(hour)))
                    .toList();
            List<UUID> booked = new ArrayList<>();
            for (Instant hour : hours) {
                NewVisit wanted = visit(there.doctor, hour);
                there.visits.book(there.doctor, wanted);
                booked.add(wanted.requestId());
                assertThrows(
                        SlotTakenException.class, () -> there.visits.book(there.doctor, visit(there.doctor, hour)));
            }
            assertEquals(
                    hours,
                    booked.stream()
                            .map(id -> there.visits.find(id).orElseThrow().start())
                            .toList());
            assertEquals(
                    List.of(),
                    there.visits.freeSlots(
                            there.doctor, there.doctor.id(), midnight, midnight.plus(Duration.ofHours(20)), 0));
        }
    }

    @Test
    void aVisitThatTakesLongerThanASlotGoesOnIntoTheNext() {
        house.daily(house.doctor, "09:00", "11:00", 30, 0);
        assertEquals(
                List.of(new Slot(at("09:00"), 50), new Slot(at("09:30"), 50), new Slot(at("10:00"), 50)),
                house.visits.freeSlots(house.colleague, house.doctor.id(), at("00:00"), at("23:55"), 50));
        NewVisit wanted = lasting(50, at("09:30"));
        assertEquals(50, house.visits.book(house.colleague, wanted).minutes());
        assertEquals(starts("09:00", "10:30"), freeToday(house.doctor));
        assertThrows(
                SlotTakenException.class, () -> house.visits.book(house.colleague, visit(house.doctor, at("10:00"))));
        assertThrows(SlotTakenException.class, () -> house.visits.book(house.colleague, lasting(45, at("09:00"))));
        // it would end after the working time
        assertCode("scheduling.no-such-slot", () -> house.visits.book(house.colleague, lasting(45, at("10:30"))));
        assertEquals(
                30, house.visits.book(house.colleague, lasting(10, at("10:30"))).minutes());
        assertCode("scheduling.invalid", () -> house.visits.book(house.colleague, lasting(241, at("09:00"))));
        assertCode(
                "scheduling.invalid",
                () -> house.visits.freeSlots(house.doctor, house.doctor.id(), at("00:00"), at("23:55"), -1));
    }

    @Test
    void whatAnEarlyEndLeavesOverCanBeBookedAgain() {
        house.daily(house.doctor, "09:00", "11:00", 30, 0);
        NewVisit later = visit(house.doctor, at("10:00"));
        house.visits.book(house.colleague, later);
        finished(later, at("09:50"));
        assertEquals(Optional.empty(), house.visits.find(later.requestId()));
        assertEquals(starts("09:00", "09:30", "10:00", "10:30"), freeToday(house.doctor));

        NewVisit longOne = new NewVisit(Uuid7.next(), house.doctor.id(), "p", at("09:00"), 90, "№ 2026-000125");
        house.visits.book(house.colleague, longOne);
        assertEquals(starts("10:30"), freeToday(house.doctor));
        finished(longOne, at("09:22"));
        assertEquals(25, house.visits.find(longOne.requestId()).orElseThrow().minutes());
        assertEquals(starts("09:30", "10:00", "10:30"), freeToday(house.doctor));
        // the patient's time is free as well
        house.visits.book(
                house.colleague, new NewVisit(Uuid7.next(), house.doctor.id(), "p", at("09:30"), 0, "№ 2026-000126"));
        finished(longOne, at("10:59"));
        assertEquals(25, house.visits.find(longOne.requestId()).orElseThrow().minutes());
    }

    private void finished(NewVisit visit, Instant when) {
        RegionTime then = new RegionTime(Clock.fixed(when, ZoneId.of("Europe/Moscow")), Duration.ZERO);
        new FreeTimeOnRequestExecuted(house.repository, house.journal, then)
                .handle(new RequestExecuted(visit.requestId(), Outcome.WITHOUT_CONCLUSION, "no-show"));
    }

    @Test
    void aStartThatNoDatabaseKnowsIsNoSlot() {
        house.daily(house.doctor, "09:00", "11:00", 30, 0);
        for (String start : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z")) {
            assertCode(
                    "scheduling.no-such-slot",
                    () -> house.visits.book(house.colleague, visit(house.doctor, Instant.parse(start))));
        }
    }

    private NewVisit lasting(int minutes, Instant start) {
        return new NewVisit(Uuid7.next(), house.doctor.id(), null, start, minutes, "№ 2026-000124");
    }

    @Test
    void freeSlotsAreBounded() {
        house.daily(house.doctor, "00:00", "24:00", 5, 0);
        UUID doctor = house.doctor.id();
        assertEquals(
                1_000,
                house.visits
                        .freeSlots(house.doctor, doctor, at("00:00"), at(House.MONDAY.plusDays(62), "00:00"), 0)
                        .size());
        assertCode(
                "scheduling.invalid",
                () -> house.visits.freeSlots(
                        house.doctor, doctor, at("00:00"), at(House.MONDAY.plusDays(62), "00:05"), 0));
        assertCode(
                "scheduling.invalid", () -> house.visits.freeSlots(house.doctor, doctor, at("10:00"), at("09:00"), 0));
        assertCode(
                "scheduling.not-allowed",
                () -> house.visits.freeSlots(house.patient, doctor, at("09:00"), at("10:00"), 0));
    }

    @Test
    void theNextFreeSlotOfEachDoctor() {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("09:00")));
        house.daily(house.colleague, "09:00", "10:00", 30, 0);
        house.absences.create(
                house.colleague,
                new NewAbsence(
                        Uuid7.next(),
                        house.colleague.id(),
                        at("00:00"),
                        at(House.MONDAY.plusDays(20), "09:01"),
                        AbsenceReason.VACATION));
        house.daily(house.stranger, "09:00", "10:00", 30, 0);
        house.absences.create(
                house.stranger,
                new NewAbsence(
                        Uuid7.next(),
                        house.stranger.id(),
                        at("00:00"),
                        at(House.MONDAY.plusDays(31), "00:00"),
                        AbsenceReason.VACATION));
        assertEquals(
                Map.of(
                        house.doctor.id(), new Slot(at("09:30"), 30),
                        house.colleague.id(), new Slot(at(House.MONDAY.plusDays(20), "09:30"), 30)),
                house.visits.nextFree(
                        house.doctor,
                        List.of(house.doctor.id(), house.colleague.id(), house.stranger.id(), Uuid7.next()),
                        0));
        assertEquals(Map.of(), house.visits.nextFree(house.doctor, List.of(), 0));
        assertCode("scheduling.not-allowed", () -> house.visits.nextFree(house.patient, List.of(house.doctor.id()), 0));
    }

    private List<Instant> freeToday(Caller whose) {
        return house.visits.freeSlots(house.colleague, whose.id(), at("00:00"), at("23:55"), 0).stream()
                .map(Slot::start)
                .toList();
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }
}
