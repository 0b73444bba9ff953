package org.consilium.scheduling.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A schedule template to make; the components mean the same as those of {@link Template}.
 *
 * @param id made by the client (UUIDv7); the same id again answers the same template
 * @param weekdays ISO weekdays, 1 = Monday … 7 = Sunday
 * @param start {@code HH:mm}, a multiple of five minutes
 * @param end {@code HH:mm}, a multiple of five minutes, after start; {@code 24:00} is the end of the day
 * @param slotMinutes 5 to 240, a multiple of five
 * @param bufferMinutes 0 to 120, a multiple of five
 * @param validTo last day, {@code null} for no end
 */
public record NewTemplate(
        UUID id,
        UUID doctorId,
        String title,
        List<Integer> weekdays,
        String start,
        String end,
        int slotMinutes,
        int bufferMinutes,
        LocalDate validFrom,
        LocalDate validTo) {}
