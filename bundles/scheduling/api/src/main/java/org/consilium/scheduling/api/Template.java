package org.consilium.scheduling.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A schedule template: when a doctor regularly takes visits. Times are local times of the region's zone.
 *
 * @param doctorName the doctor's short name («Щербаков П. И.»)
 * @param title what the list shows, for example «Приём по будням»
 * @param weekdays ISO weekdays, 1 = Monday … 7 = Sunday, ascending
 * @param start {@code HH:mm}
 * @param end {@code HH:mm}, after start; the last visit has ended by then; {@code 24:00} is the end of the day
 * @param slotMinutes length of a visit
 * @param bufferMinutes the doctor's pause after each visit
 * @param validFrom first day
 * @param validTo last day, {@code null} for no end
 * @param version of the row; a change names the one that it was made from
 */
public record Template(
        UUID id,
        UUID doctorId,
        String doctorName,
        String title,
        List<Integer> weekdays,
        String start,
        String end,
        int slotMinutes,
        int bufferMinutes,
        LocalDate validFrom,
        LocalDate validTo,
        long version) {}
