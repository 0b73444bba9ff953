package org.consilium.scheduling.provider;

import static org.consilium.scheduling.provider.House.at;
import static org.consilium.scheduling.provider.House.template;
import static org.consilium.scheduling.provider.House.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.scheduling.api.Absence;
import org.consilium.scheduling.api.AbsenceReason;
import org.consilium.scheduling.api.NewAbsence;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.Slot;
import org.consilium.scheduling.api.Template;
import org.consilium.scheduling.provider.DoctorCalendar.CalendarVisit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SchedulingResourceTest {
    private static final String FROM = "2026-11-22T21:00:00Z";
    private static final String TO = "2026-11-24T00:00:00+03:00";

    private final House house;
    private final SchedulingResource resource;
    private final String doctor;

    SchedulingResourceTest(Engine engine) {
        house = new House(engine);
        resource = new SchedulingResource(house.visits, house.templates, house.absences, house.calendars);
        doctor = house.doctor.id().toString();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves("S031")
    void theCalendarShowsWorkingTimeVisitsAndAbsences() {
        house.daily(house.doctor, "09:00", "12:00", 30, 0);
        house.daily(house.doctor, "11:00", "13:00", 20, 0);
        NewVisit booked = visit(house.doctor, at("09:30"));
        house.visits.book(house.colleague, booked);
        UUID absence = Uuid7.next();
        house.absences.create(
                house.doctor,
                new NewAbsence(absence, house.doctor.id(), at("11:00"), at("11:30"), AbsenceReason.ILLNESS));
        house.absences.create(
                house.doctor,
                new NewAbsence(
                        Uuid7.next(),
                        house.doctor.id(),
                        at(House.MONDAY.plusDays(1), "00:00"),
                        at(House.MONDAY.plusDays(2), "00:00"),
                        AbsenceReason.VACATION));
        DoctorCalendar calendar = resource.calendar(house.doctor, doctor, FROM, TO);
        assertEquals(List.of(new CalendarSpan(at("09:00"), at("13:00"))), calendar.availability());
        assertEquals(
                List.of(new CalendarVisit(booked.requestId(), at("09:30"), 30, booked.title())), calendar.visits());
        assertEquals(
                List.of(new DoctorCalendar.CalendarAbsence(absence, at("11:00"), at("11:30"), AbsenceReason.ILLNESS)),
                calendar.absences());
        assertEquals("Europe/Moscow", calendar.timeZone());
        assertEquals(
                AbsenceReason.OTHER,
                resource.calendar(house.colleague, doctor, FROM, TO)
                        .absences()
                        .get(0)
                        .reason());
    }

    @Test
    void whoTakesNoPartSeesOnlyThatTheDoctorIsBusy() {
        house.daily(house.doctor, "09:00", "12:00", 30, 0);
        NewVisit theirs = visit(house.doctor, at("09:00"));
        NewVisit others = visit(house.doctor, at("09:30"));
        house.visits.book(house.colleague, theirs);
        house.visits.book(house.colleague, others);
        house.requests.takePart(theirs.requestId(), house.stranger);
        assertEquals(List.of(true, true), titles(house.doctor));
        assertEquals(List.of(true, true), titles(house.system));
        assertEquals(List.of(true, false), titles(house.stranger));
        for (Caller caller : List.of(house.scheduler, house.operator, house.colleague)) {
            assertEquals(List.of(false, false), titles(caller));
        }
        house.rights.requests = null;
        assertEquals(List.of(false, false), titles(house.stranger));
        assertEquals(List.of(true, true), titles(house.doctor));
        assertCode("scheduling.not-allowed", () -> resource.calendar(house.patient, doctor, FROM, TO));
    }

    @Test
    void aVisitThatReachesIntoTheRangeIsShown() {
        house.daily(house.doctor, "09:00", "13:00", 240, 0);
        house.visits.book(house.colleague, visit(house.doctor, at("09:00")));
        assertEquals(
                1,
                resource.calendar(house.doctor, doctor, "2026-11-23T09:30:00Z", "2026-11-23T10:30:00Z")
                        .visits()
                        .size());
        assertEquals(
                List.of(),
                resource.calendar(house.doctor, doctor, "2026-11-23T10:00:00Z", "2026-11-23T10:30:00Z")
                        .visits());
    }

    @Test
    void theWholeLifeOfATemplateAndAnAbsence() {
        Template made = resource.createTemplate(house.doctor, template(house.doctor.id(), "09:00", "10:00", 30, 0));
        assertEquals(List.of(made), resource.templates(house.colleague, null));
        assertEquals(List.of(made), resource.templates(house.colleague, doctor));
        assertEquals(
                List.of(),
                resource.templates(house.colleague, house.colleague.id().toString()));
        Template saved = resource.saveTemplate(
                house.doctor,
                made.id(),
                new Template(
                        null,
                        made.doctorId(),
                        null,
                        "Новый",
                        List.of(1),
                        "09:00",
                        "10:00",
                        60,
                        0,
                        made.validFrom(),
                        null,
                        made.version()));
        assertEquals(made.id(), saved.id());
        assertEquals(List.of(new Slot(at("09:00"), 60)), resource.slots(house.colleague, doctor, FROM, TO, null));
        Absence absence = resource.createAbsence(
                house.doctor,
                new NewAbsence(Uuid7.next(), house.doctor.id(), at("09:00"), at("10:00"), AbsenceReason.VACATION));
        assertEquals(List.of(absence), resource.absences(house.doctor, doctor));
        assertEquals(List.of(), resource.slots(house.colleague, doctor, FROM, TO, null));
        resource.deleteAbsence(house.doctor, absence.id());
        resource.deleteTemplate(house.doctor, saved.id(), String.valueOf(saved.version()));
        assertEquals(List.of(), resource.templates(house.colleague, null));
    }

    @Test
    void wrongParametersAreNamed() {
        assertProblem("doctor", "required", () -> resource.slots(house.doctor, null, FROM, TO, null));
        assertProblem("doctor", "format", () -> resource.slots(house.doctor, "../../etc", FROM, TO, null));
        assertProblem("from", "format", () -> resource.slots(house.doctor, doctor, "yesterday", TO, null));
        assertProblem("to", "required", () -> resource.calendar(house.doctor, doctor, FROM, ""));
        assertProblem("to", "range", () -> resource.calendar(house.doctor, doctor, TO, FROM));
        assertProblem("to", "range", () -> resource.calendar(house.doctor, doctor, FROM, "2027-11-24T00:00:00Z"));
        assertProblem("doctor", "format", () -> resource.templates(house.doctor, "x"));
        assertProblem("doctor", "required", () -> resource.absences(house.doctor, null));
        assertProblem("version", "format", () -> resource.deleteTemplate(house.doctor, Uuid7.next(), "newest"));
        assertCode("scheduling.invalid", () -> resource.saveTemplate(house.doctor, Uuid7.next(), null));
    }

    /** For each visit by start: whether its title is shown. */
    private List<Boolean> titles(Caller caller) {
        return resource.calendar(caller, doctor, FROM, TO).visits().stream()
                .map(visit -> visit.title() != null)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static void assertProblem(String field, String code, Runnable act) {
        ConsiliumException failure = assertThrows(ConsiliumException.class, act::run);
        assertEquals("scheduling.invalid", failure.code());
        assertEquals(List.of(new FieldProblem(field, code)), (List<FieldProblem>)
                failure.members().get("problems"));
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }
}
