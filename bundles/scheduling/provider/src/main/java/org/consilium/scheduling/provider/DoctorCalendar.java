package org.consilium.scheduling.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.scheduling.api.AbsenceReason;

/**
 * A doctor's calendar in a range.
 *
 * @param availability working time by the templates, merged
 * @param timeZone the region's zone (IANA name), in which the calendar is to be shown
 */
public record DoctorCalendar(
        List<CalendarSpan> availability, List<CalendarVisit> visits, List<CalendarAbsence> absences, String timeZone) {
    /**
     * A booked visit.
     *
     * @param title the request's name; {@code null} («Занято») for readers who do not take part
     */
    public record CalendarVisit(UUID requestId, Instant start, int minutes, String title) {}

    /**
     * An absence.
     *
     * @param reason {@code OTHER} for readers who may not know it
     */
    public record CalendarAbsence(UUID id, Instant start, Instant end, AbsenceReason reason) {}
}
