package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.scheduling.api.Absence;
import org.consilium.scheduling.api.AbsenceReason;
import org.consilium.scheduling.api.AbsenceService;
import org.consilium.scheduling.api.NewAbsence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Absences as rows. */
@Component(service = AbsenceService.class)
public class AbsenceServiceImpl implements AbsenceService {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2199-12-31T00:00:00Z");

    private final TemplateRepository repository;
    private final ScheduleRights rights;
    private final Journal journal;
    private final RegionTime time;

    @Activate
    public AbsenceServiceImpl(
            @Reference TemplateRepository repository,
            @Reference ScheduleRights rights,
            @Reference Journal journal,
            @Reference RegionTime time) {
        this.repository = repository;
        this.rights = rights;
        this.journal = journal;
        this.time = time;
    }

    @Override
    public Absence create(Caller caller, NewAbsence absence) {
        rights.requireStaff(caller);
        check(absence);
        rights.requireChange(caller, absence.doctorId());
        return repository.inTransaction(() -> repository
                .absence(absence.id())
                .map(existing -> sameAuthor(caller, existing))
                .orElseGet(() -> insert(caller, absence)));
    }

    @Override
    public void delete(Caller caller, UUID id) {
        rights.requireStaff(caller);
        repository.inTransaction(() -> {
            repository.absence(id).ifPresent(row -> {
                rights.requireChange(caller, UUID.fromString(row.doctorId));
                repository.remove(row);
                journal.changed(caller, "absence-deleted", row.id, row.doctorId);
            });
            return null;
        });
    }

    @Override
    public List<Absence> list(Caller caller, UUID doctorId) {
        rights.requireStaff(caller);
        boolean reasons = rights.knowsReasons(caller, doctorId);
        return repository.inTransaction(() -> repository.absences(List.of(doctorId.toString()), time.now())).stream()
                .map(row -> toAbsence(row, reasons))
                .toList();
    }

    static Absence toAbsence(AbsenceEntity row, boolean reasons) {
        return new Absence(
                UUID.fromString(row.id),
                UUID.fromString(row.doctorId),
                row.startAt,
                row.endAt,
                reasons ? row.reason : AbsenceReason.OTHER);
    }

    private Absence insert(Caller caller, NewAbsence absence) {
        AbsenceEntity row = new AbsenceEntity();
        row.id = absence.id().toString();
        row.doctorId = rights.doctor(absence.doctorId()).id().toString();
        row.startAt = absence.start().truncatedTo(ChronoUnit.MILLIS);
        row.endAt = absence.end().truncatedTo(ChronoUnit.MILLIS);
        row.reason = absence.reason();
        row.author = Journal.author(caller);
        repository.add(row);
        journal.changed(caller, "absence-created", row.id, row.doctorId);
        return toAbsence(row, true);
    }

    private Absence sameAuthor(Caller caller, AbsenceEntity existing) {
        if (!existing.author.equals(Journal.author(caller))) {
            throw ConsiliumException.conflict("scheduling.id-taken", "somebody else used the id");
        }
        return toAbsence(existing, true);
    }

    private static void check(NewAbsence absence) {
        List<FieldProblem> problems = new ArrayList<>();
        if (absence == null) {
            problems.add(new FieldProblem("", "required"));
        } else {
            required(problems, "id", absence.id());
            required(problems, "doctorId", absence.doctorId());
            required(problems, "reason", absence.reason());
            required(problems, "start", absence.start());
            required(problems, "end", absence.end());
            if (absence.start() != null && absence.end() != null) {
                checkTimes(problems, absence.start(), absence.end());
            }
        }
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("scheduling.invalid", problems);
        }
    }

    private static void checkTimes(List<FieldProblem> problems, Instant start, Instant end) {
        if (start.isBefore(FIRST) || start.isAfter(LAST)) {
            problems.add(new FieldProblem("start", "range"));
        } else if (!end.isAfter(start)) {
            problems.add(new FieldProblem("end", "not-after-start"));
        } else if (end.isAfter(start.plus(LONGEST))) {
            problems.add(new FieldProblem("end", "range"));
        }
    }

    private static void required(List<FieldProblem> problems, String field, Object value) {
        if (value == null) {
            problems.add(new FieldProblem(field, "required"));
        }
    }
}
