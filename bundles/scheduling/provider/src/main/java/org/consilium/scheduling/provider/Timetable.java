package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What templates offer, before visits and absences are taken away. A template says local times; its slots follow one another in real
 * time from its local start to its local end, so that on the day of a clock change there is one hour of slots less or more and never two
 * at the same instant.
 */
final class Timetable {
    private final ZoneRules rules;
    private final ZoneId zone;

    Timetable(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /**
     * The slots that begin in [from, to), by start, each start once.
     *
     * @param atLeast minutes that a visit takes; one that is longer than a slot goes on into the time of the next
     */
    List<Opening> openings(Collection<TemplateEntity> templates, Instant from, Instant to, int atLeast) {
        TreeMap<Instant, Opening> byStart = new TreeMap<>();
        for (TemplateEntity template : templates) {
            for (CalendarSpan window : windowsOf(template, from, to)) {
                addOpenings(byStart, template, window, from, to, atLeast);
            }
        }
        return List.copyOf(byStart.values());
    }

    /** The working time that touches [from, to), merged. */
    Spans windows(Collection<TemplateEntity> templates, Instant from, Instant to) {
        Spans all = new Spans();
        for (TemplateEntity template : templates) {
            windowsOf(template, from, to).forEach(window -> all.add(window.start(), window.end()));
        }
        return all;
    }

    private static void addOpenings(
            TreeMap<Instant, Opening> byStart,
            TemplateEntity template,
            CalendarSpan window,
            Instant from,
            Instant to,
            int atLeast) {
        int minutes = Math.max(template.slotMinutes, atLeast);
        Duration step = Duration.ofMinutes(template.slotMinutes + template.bufferMinutes);
        Instant last = window.end().minus(Duration.ofMinutes(minutes));
        for (Instant start = window.start(); !start.isAfter(last) && start.isBefore(to); start = start.plus(step)) {
            if (!start.isBefore(from)) {
                byStart.merge(
                        start,
                        new Opening(start, minutes, template.bufferMinutes),
                        BinaryOperator.minBy(Opening.SHORTER_FIRST));
            }
        }
    }

    private List<CalendarSpan> windowsOf(TemplateEntity template, Instant from, Instant to) {
        List<CalendarSpan> windows = new ArrayList<>();
        LocalDate lastDate = to.atZone(zone).toLocalDate();
        for (LocalDate date = from.atZone(zone).toLocalDate(); !date.isAfter(lastDate); date = date.plusDays(1)) {
            if (template.appliesOn(date)) {
                Instant start = instant(date, template.startMinute);
                Instant end = instant(date, template.endMinute);
                if (start.isBefore(end) && start.isBefore(to) && end.isAfter(from)) {
                    windows.add(new CalendarSpan(start, end));
                }
            }
        }
        return windows;
    }

    /** A time that a clock change skips is the moment of the change; one that it repeats is the first of the two. */
    private Instant instant(LocalDate date, int minuteOfDay) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(minuteOfDay);
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }
}
