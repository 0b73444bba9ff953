package org.consilium.scheduling.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.scheduling.api.NewTemplate;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.Template;

/** The domain on a database of its own, with two organisations, at eight o'clock on a Monday in Moscow. */
final class House implements AutoCloseable {
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    final UUID clinic = Uuid7.next();
    final UUID hospital = Uuid7.next();
    final Caller doctor = doctor(clinic, "Щербаков П. И.");
    final Caller colleague = doctor(clinic, "Ёлкина А. А.");
    final Caller stranger = doctor(hospital, "Яшин О. О.");
    final Caller scheduler = Caller.staff(Uuid7.next(), clinic, Set.of(Caller.SCHEDULER), "Регистратор Р. Р.");
    final Caller otherScheduler = Caller.staff(Uuid7.next(), hospital, Set.of(Caller.SCHEDULER), "Чужая Р. Р.");
    final Caller operator = Caller.staff(Uuid7.next(), clinic, Set.of(Caller.OPERATOR), "Оператор О. О.");
    final Caller patient = Caller.patient(Uuid7.next(), Uuid7.next());
    final Caller system = Caller.system("demo");

    final TestDatabase db;
    final JpaTemplate jpa;
    final RecordingAudit audit = new RecordingAudit();
    final RecordingLive live = new RecordingLive();
    final FakeStaff staff = new FakeStaff();
    final FakeRequests requests = new FakeRequests();
    final ScheduleRights rights = new ScheduleRights();
    final TemplateServiceImpl templates;
    final AbsenceServiceImpl absences;
    final VisitServiceImpl visits;
    final DoctorCalendars calendars;
    final VisitRepository repository;
    final Journal journal;

    House(Engine engine) {
        this(engine, Clock.fixed(NOW, MOSCOW), Duration.ZERO);
    }

    House(Engine engine, Clock clock, Duration lead) {
        db = TestDatabase.on(engine);
        jpa = db.unit("scheduling");
        for (Caller member : List.of(doctor, colleague, stranger, scheduler, otherScheduler, operator)) {
            staff.add(member);
        }
        rights.directory = staff;
        rights.requests = requests;
        RegionTime time = new RegionTime(clock, lead);
        journal = new Journal(audit, live);
        TemplateRepository templateRows = new TemplateRepository(jpa, TestDatabase.READY);
        repository = new VisitRepository(jpa, TestDatabase.READY);
        templates = new TemplateServiceImpl(templateRows, rights, journal);
        absences = new AbsenceServiceImpl(templateRows, rights, journal, time);
        visits = new VisitServiceImpl(
                repository, new Availabilities(templateRows, repository, time), rights, journal, time);
        calendars = new DoctorCalendars(templateRows, repository, rights, time);
    }

    /** On every day from this Monday on. */
    Template daily(Caller whose, String start, String end, int slotMinutes, int bufferMinutes) {
        return templates.create(system, template(whose.id(), start, end, slotMinutes, bufferMinutes));
    }

    static NewTemplate template(UUID doctorId, String start, String end, int slotMinutes, int bufferMinutes) {
        return new NewTemplate(
                Uuid7.next(),
                doctorId,
                "Приём",
                List.of(1, 2, 3, 4, 5, 6, 7),
                start,
                end,
                slotMinutes,
                bufferMinutes,
                MONDAY,
                null);
    }

    static NewVisit visit(Caller whose, Instant start) {
        return visit(Uuid7.next(), whose, UUID.randomUUID().toString(), start);
    }

    static NewVisit visit(UUID requestId, Caller whose, String patientKey, Instant start) {
        return new NewVisit(requestId, whose.id(), patientKey, start, 0, "№ 2026-000123 · Иванова А. П. · Терапия");
    }

    /** This Monday's local time. */
    static Instant at(String time) {
        return at(MONDAY, time);
    }

    static Instant at(LocalDate date, String time) {
        return date.atTime(java.time.LocalTime.parse(time)).atZone(MOSCOW).toInstant();
    }

    static List<Instant> at(List<String> times) {
        return times.stream().map(House::at).toList();
    }

    static List<Instant> starts(String... times) {
        return at(Arrays.asList(times));
    }

    long cells() {
        return jpa.txExpr(em -> ((Number) em.createNativeQuery("select count(*) from scheduling_cell")
                        .getSingleResult())
                .longValue());
    }

    @Override
    public void close() {
        db.close();
    }

    private static Caller doctor(UUID organisation, String name) {
        return Caller.staff(Uuid7.next(), organisation, Set.of(Caller.DOCTOR), name);
    }
}
