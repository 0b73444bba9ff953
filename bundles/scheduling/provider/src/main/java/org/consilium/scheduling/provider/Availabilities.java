package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.scheduling.api.Slot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what is needed to say when doctors are free, three queries for however many doctors. */
@Component(service = Availabilities.class)
public class Availabilities {
    /** Nobody is booked further ahead; no database knows every instant. */
    private static final Duration FURTHEST = Duration.ofDays(3660);

    private final TemplateRepository templates;
    private final VisitRepository visits;
    private final RegionTime time;

    @Activate
    public Availabilities(
            @Reference TemplateRepository templates, @Reference VisitRepository visits, @Reference RegionTime time) {
        this.templates = templates;
        this.visits = visits;
        this.time = time;
    }

    /** The free slots of one doctor that begin in [from, to) and not too soon. */
    Stream<Opening> free(String doctorId, Instant from, Instant to, int atLeast) {
        Instant first = notTooSoon(from);
        return first.isBefore(to)
                ? of(List.of(doctorId), first, to, atLeast).get(doctorId).free(first, to)
                : Stream.empty();
    }

    /** The first free slot of each doctor in [from, to); doctors without one are left out. */
    Map<String, Slot> firstFree(Collection<String> doctorIds, Instant from, Instant to, int atLeast) {
        Instant first = notTooSoon(from);
        Map<String, Slot> found = new HashMap<>();
        of(doctorIds, first, to, atLeast).forEach((doctor, availability) -> availability
                .free(first, to)
                .findFirst()
                .ifPresent(opening -> found.put(doctor, opening.toSlot())));
        return found;
    }

    /** The slot that the doctor's templates offer at an instant, whether somebody has it or not. */
    Optional<Opening> offered(String doctorId, Instant start, int atLeast) {
        Instant earliest = time.earliestStart();
        if (start.isBefore(earliest) || start.isAfter(earliest.plus(FURTHEST))) {
            return Optional.empty();
        }
        List<String> doctor = List.of(doctorId);
        return new Availability(
                        new Timetable(time.zone()),
                        atLeast,
                        templates.templates(doctor),
                        templates.absences(doctor, start),
                        List.of())
                .offered(start, start.plusMillis(1))
                .findFirst();
    }

    private Map<String, Availability> of(Collection<String> doctorIds, Instant from, Instant to, int atLeast) {
        Timetable timetable = new Timetable(time.zone());
        Map<String, List<TemplateEntity>> offers = by(templates.templates(doctorIds), row -> row.doctorId);
        Map<String, List<AbsenceEntity>> absences = by(templates.absences(doctorIds, from), row -> row.doctorId);
        // a slot that begins just before the end of the range must be free beyond it
        Instant end = to.plus(VisitRepository.LONGEST);
        Map<String, List<VisitEntity>> booked = by(visits.between(offers.keySet(), from, end), row -> row.doctorId);
        return doctorIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        doctor -> new Availability(
                                timetable,
                                atLeast,
                                offers.getOrDefault(doctor, List.of()),
                                absences.getOrDefault(doctor, List.of()),
                                booked.getOrDefault(doctor, List.of()))));
    }

    private Instant notTooSoon(Instant from) {
        Instant earliest = time.earliestStart();
        return from.isBefore(earliest) ? earliest : from;
    }

    private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> doctor) {
        return rows.stream().collect(Collectors.groupingBy(doctor));
    }
}
