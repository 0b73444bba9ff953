package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.PatientBusyException;
import org.consilium.scheduling.api.Slot;
import org.consilium.scheduling.api.SlotTakenException;
import org.consilium.scheduling.api.Visit;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Books visits; that nobody is booked twice is decided by the primary key of the cells, never by a look beforehand. */
@Component(service = VisitService.class)
public class VisitServiceImpl implements VisitService {
    private static final int MOST_SLOTS = 1_000;
    private static final int LONGEST_TITLE = 400;
    private static final Duration LONGEST_RANGE = Duration.ofDays(62);

    /** Most doctors are free within days: the far weeks are read only for those who are not. */
    private static final List<Duration> HORIZONS =
            List.of(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(30));

    /** How many doctors one query names. */
    private static final int DOCTORS_AT_ONCE = 200;

    private final VisitRepository repository;
    private final Availabilities availabilities;
    private final ScheduleRights rights;
    private final Journal journal;
    private final RegionTime time;

    @Activate
    public VisitServiceImpl(
            @Reference VisitRepository repository,
            @Reference Availabilities availabilities,
            @Reference ScheduleRights rights,
            @Reference Journal journal,
            @Reference RegionTime time) {
        this.repository = repository;
        this.availabilities = availabilities;
        this.rights = rights;
        this.journal = journal;
        this.time = time;
    }

    @Override
    public Visit book(Caller caller, NewVisit visit) {
        rights.requireFiler(caller);
        Objects.requireNonNull(visit.requestId(), "requestId");
        check(visit);
        return repository.inTransaction(() -> repository
                .find(visit.requestId())
                .map(booked -> sameBooking(booked, visit))
                .orElseGet(() -> insert(caller, visit)));
    }

    @Override
    public void release(Caller caller, UUID requestId) {
        repository.inTransaction(() -> {
            repository.find(requestId).ifPresent(visit -> {
                rights.requireRelease(caller, visit);
                repository.remove(visit);
                journal.visit(caller, "visit-released", visit);
            });
            return null;
        });
    }

    @Override
    public Optional<Visit> find(UUID requestId) {
        return repository.find(requestId).map(VisitEntity::toVisit);
    }

    @Override
    public List<Slot> freeSlots(Caller caller, UUID doctorId, Instant from, Instant to, int minutes) {
        rights.requireStaff(caller);
        checkRange(from, to);
        checkMinutes(minutes);
        return repository.inTransaction(() -> availabilities
                .free(doctorId.toString(), from, to, minutes)
                .limit(MOST_SLOTS)
                .map(Opening::toSlot)
                .toList());
    }

    @Override
    public Map<UUID, Slot> nextFree(Caller caller, Collection<UUID> doctorIds, int minutes) {
        rights.requireStaff(caller);
        checkMinutes(minutes);
        List<String> doctors = doctorIds.stream().distinct().map(UUID::toString).toList();
        Map<UUID, Slot> found = new HashMap<>();
        repository.inTransaction(() -> {
            for (int i = 0; i < doctors.size(); i += DOCTORS_AT_ONCE) {
                List<String> some = doctors.subList(i, Math.min(i + DOCTORS_AT_ONCE, doctors.size()));
                nextFree(some, minutes).forEach((doctor, slot) -> found.put(UUID.fromString(doctor), slot));
            }
            return null;
        });
        return found;
    }

    /** A range of free slots or of a calendar. */
    static void checkRange(Instant from, Instant to) {
        if (to.isBefore(from) || to.isAfter(from.plus(LONGEST_RANGE))) {
            throw ConsiliumException.invalid("scheduling.invalid", List.of(new FieldProblem("to", "range")));
        }
    }

    private static void checkMinutes(int minutes) {
        if (isNoLength(minutes)) {
            throw ConsiliumException.invalid("scheduling.invalid", List.of(new FieldProblem("minutes", "range")));
        }
    }

    private static boolean isNoLength(int minutes) {
        return minutes < 0 || minutes > TemplateRules.LONGEST_SLOT;
    }

    private Map<String, Slot> nextFree(List<String> doctors, int minutes) {
        Map<String, Slot> found = new HashMap<>();
        List<String> without = new ArrayList<>(doctors);
        Instant now = time.now();
        Instant from = now;
        for (Duration horizon : HORIZONS) {
            Instant to = now.plus(horizon);
            if (!without.isEmpty() && time.earliestStart().isBefore(to)) {
                found.putAll(availabilities.firstFree(without, from, to, minutes));
                without.removeAll(found.keySet());
            }
            from = to;
        }
        return found;
    }

    private Visit insert(Caller caller, NewVisit visit) {
        Opening opening = availabilities
                .offered(visit.doctorId().toString(), visit.start(), visit.minutes())
                .orElseThrow(() -> new ConsiliumException(
                        ConsiliumException.Status.INVALID,
                        "scheduling.no-such-slot",
                        "the doctor's templates offer no slot at that time"));
        VisitEntity row = new VisitEntity();
        row.requestId = visit.requestId().toString();
        row.doctorId = visit.doctorId().toString();
        row.startAt = opening.start();
        row.minutes = opening.minutes();
        row.bufferMinutes = opening.bufferMinutes();
        row.title = visit.title().strip();
        row.bookedBy = caller.id() == null ? null : caller.id().toString();
        repository.add(row);
        occupy(row, visit);
        journal.visit(caller, "visit-booked", row);
        return row.toVisit();
    }

    /** The doctor's cells first, then the patient's: the same order in every transaction. */
    private void occupy(VisitEntity row, NewVisit visit) {
        repository.occupy(
                Cells.of(row.doctorId, row.startAt, row.freeAt()), visit.requestId(), SlotTakenException::new);
        if (visit.patientKey() != null && !visit.patientKey().isBlank()) {
            repository.occupy(
                    Cells.of(Cells.patient(visit.patientKey()), row.startAt, row.endAt()),
                    visit.requestId(),
                    PatientBusyException::new);
        }
    }

    private static Visit sameBooking(VisitEntity booked, NewVisit visit) {
        if (!booked.doctorId.equals(visit.doctorId().toString()) || !booked.startAt.equals(visit.start())) {
            throw ConsiliumException.conflict("scheduling.already-booked", "the request has a visit at another time");
        }
        return booked.toVisit();
    }

    private static void check(NewVisit visit) {
        List<FieldProblem> problems = new ArrayList<>();
        if (visit.doctorId() == null) {
            problems.add(new FieldProblem("doctorId", "required"));
        }
        if (visit.start() == null) {
            problems.add(new FieldProblem("start", "required"));
        }
        if (isNoLength(visit.minutes())) {
            problems.add(new FieldProblem("minutes", "range"));
        }
        if (visit.title() == null || visit.title().isBlank()) {
            problems.add(new FieldProblem("title", "required"));
        } else if (visit.title().strip().length() > LONGEST_TITLE) {
            problems.add(new FieldProblem("title", "too-long"));
        }
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("scheduling.invalid", problems);
        }
    }
}
