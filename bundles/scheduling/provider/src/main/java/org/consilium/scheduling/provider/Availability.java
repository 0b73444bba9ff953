package org.consilium.scheduling.provider;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One doctor's time in a range: what the templates offer, minus absences, minus booked visits with their buffers. */
final class Availability {
    private final Timetable timetable;
    private final List<TemplateEntity> templates;
    private final int atLeast;
    private final Spans absent = new Spans();
    private final Spans booked = new Spans();

    /** @param atLeast minutes that a visit takes, 0 for the slot's own */
    Availability(
            Timetable timetable,
            int atLeast,
            List<TemplateEntity> templates,
            List<AbsenceEntity> absences,
            List<VisitEntity> visits) {
        this.timetable = timetable;
        this.templates = templates;
        this.atLeast = atLeast;
        absences.forEach(absence -> absent.add(absence.startAt, absence.endAt));
        visits.forEach(visit -> booked.add(visit.startAt, visit.freeAt()));
    }

    /** Slots that begin in [from, to) and could be booked now, by start. */
    Stream<Opening> free(Instant from, Instant to) {
        return offered(from, to).filter(opening -> !booked.meet(opening.start(), opening.freeAt()));
    }

    /** Slots that begin in [from, to), booked or not. */
    Stream<Opening> offered(Instant from, Instant to) {
        return timetable.openings(templates, from, to, atLeast).stream()
                .filter(opening -> !absent.meet(opening.start(), opening.end()));
    }
}
