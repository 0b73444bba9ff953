package org.consilium.scheduling.provider;

import static org.consilium.scheduling.provider.House.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.scheduling.api.Absence;
import org.consilium.scheduling.api.AbsenceReason;
import org.consilium.scheduling.api.NewAbsence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AbsenceServiceTest {
    private final House house;

    AbsenceServiceTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void entersListsAndDeletes() {
        NewAbsence later = absence("12:00", "13:00");
        NewAbsence sooner = absence("09:00", "10:00");
        Absence made = house.absences.create(house.doctor, later);
        assertEquals(new Absence(later.id(), house.doctor.id(), at("12:00"), at("13:00"), AbsenceReason.ILLNESS), made);
        assertEquals(made, house.absences.create(house.doctor, later));
        Absence first = house.absences.create(house.scheduler, sooner);
        house.absences.create(house.doctor, absence("06:00", "08:00"));
        assertEquals(List.of(first, made), house.absences.list(house.doctor, house.doctor.id()));
        house.absences.delete(house.scheduler, later.id());
        house.absences.delete(house.scheduler, later.id());
        assertEquals(List.of(first), house.absences.list(house.system, house.doctor.id()));
        assertCode("scheduling.id-taken", () -> house.absences.create(house.doctor, sooner));
    }

    @Test
    void whyADoctorIsAwayConcernsOnlyTheDoctorAndWhoPlans() {
        house.absences.create(house.doctor, absence("12:00", "13:00"));
        for (Caller caller : List.of(house.doctor, house.scheduler, house.system)) {
            assertEquals(
                    AbsenceReason.ILLNESS,
                    house.absences.list(caller, house.doctor.id()).get(0).reason());
        }
        for (Caller caller : List.of(house.colleague, house.stranger, house.otherScheduler, house.operator)) {
            assertEquals(
                    AbsenceReason.OTHER,
                    house.absences.list(caller, house.doctor.id()).get(0).reason());
        }
        assertCode("scheduling.not-allowed", () -> house.absences.list(house.patient, house.doctor.id()));
    }

    @Test
    void onlyTheDoctorAndWhoPlansChangesThem() {
        Absence made = house.absences.create(house.doctor, absence("12:00", "13:00"));
        for (Caller caller :
                List.of(house.colleague, house.stranger, house.otherScheduler, house.operator, house.patient)) {
            assertCode("scheduling.not-allowed", () -> house.absences.create(caller, absence("09:00", "10:00")));
            assertCode("scheduling.not-allowed", () -> house.absences.delete(caller, made.id()));
        }
        assertEquals(List.of(made), house.absences.list(house.doctor, house.doctor.id()));
    }

    @Test
    void wrongOnesAreNamed() {
        assertEquals(
                List.of("id required", "doctorId required", "reason required", "start required", "end required"),
                problems(new NewAbsence(null, null, null, null, null)));
        assertEquals(List.of(" required"), problems(null));
        assertEquals(List.of("end not-after-start"), problems(absence("12:00", "12:00")));
        assertEquals(
                List.of("end range"),
                problems(new NewAbsence(
                        Uuid7.next(),
                        house.doctor.id(),
                        at("12:00"),
                        at("12:00").plus(Duration.ofDays(401)),
                        AbsenceReason.OTHER)));
        assertEquals(
                List.of("start range"),
                problems(new NewAbsence(
                        Uuid7.next(), house.doctor.id(), Instant.MIN, Instant.MAX, AbsenceReason.OTHER)));
    }

    @SuppressWarnings("unchecked")
    private List<String> problems(NewAbsence absence) {
        ConsiliumException failure =
                assertThrows(ConsiliumException.class, () -> house.absences.create(house.doctor, absence));
        assertEquals("scheduling.invalid", failure.code());
        return ((List<FieldProblem>) failure.members().get("problems"))
                .stream().map(p -> p.field() + " " + p.code()).toList();
    }

    private NewAbsence absence(String start, String end) {
        return new NewAbsence(Uuid7.next(), house.doctor.id(), at(start), at(end), AbsenceReason.ILLNESS);
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }
}
