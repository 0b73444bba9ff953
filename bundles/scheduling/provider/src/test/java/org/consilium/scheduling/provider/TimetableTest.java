package org.consilium.scheduling.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.Test;

@Proves("S072")
class TimetableTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** The clocks go from 02:00 to 03:00. */
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
    /** The clocks go from 03:00 back to 02:00. */
    private static final LocalDate AUTUMN = LocalDate.of(2027, 10, 31);

    private final Timetable timetable = new Timetable(BERLIN);

    @Test
    void slotsFollowOneAnotherWithTheirBuffer() {
        TemplateEntity template = template("09:00", "10:30", 20, 10);
        assertEquals(
                List.of(at(2027, 2, 1, "09:00"), at(2027, 2, 1, "09:30"), at(2027, 2, 1, "10:00")),
                startsOn(LocalDate.of(2027, 2, 1), template));
    }

    @Test
    void theLastVisitEndsByTheEndItsBufferMayBeLater() {
        assertEquals(
                2,
                startsOn(LocalDate.of(2027, 2, 1), template("09:00", "10:05", 30, 5))
                        .size());
        assertEquals(
                1,
                startsOn(LocalDate.of(2027, 2, 1), template("09:00", "10:00", 30, 5))
                        .size());
    }

    @Test
    void onlyOnItsWeekdaysAndBetweenItsDates() {
        TemplateEntity template = template("09:00", "10:00", 60, 0);
        template.weekdays = "15";
        template.validFrom = LocalDate.of(2027, 2, 2);
        template.validTo = LocalDate.of(2027, 2, 12);
        assertEquals(
                List.of(at(2027, 2, 5, "09:00"), at(2027, 2, 8, "09:00"), at(2027, 2, 12, "09:00")),
                starts(at(2027, 1, 1, "00:00"), at(2027, 3, 1, "00:00"), template));
    }

    @Test
    void onlyWhatBeginsInTheRange() {
        TemplateEntity template = template("09:00", "11:00", 30, 0);
        assertEquals(
                List.of(at(2027, 2, 1, "09:30"), at(2027, 2, 1, "10:00")),
                starts(at(2027, 2, 1, "09:01"), at(2027, 2, 1, "10:30"), template));
    }

    @Test
    void aTemplateMayLastUntilMidnight() {
        assertEquals(
                List.of(at(2027, 2, 1, "22:00"), at(2027, 2, 1, "23:00")),
                starts(at(2027, 2, 1, "00:00"), at(2027, 2, 2, "00:00"), template("22:00", "24:00", 60, 0)));
    }

    @Test
    void ofTwoThatBeginTogetherTheShorterIsOffered() {
        List<Opening> openings = timetable.openings(
                List.of(template("09:00", "10:00", 60, 0), template("09:00", "09:30", 30, 0)),
                at(2027, 2, 1, "00:00"),
                at(2027, 2, 2, "00:00"),
                0);
        assertEquals(List.of(new Opening(at(2027, 2, 1, "09:00"), 30, 0)), openings);
    }

    @Test
    void inSpringTheSkippedHourHasNoSlots() {
        List<Instant> starts = startsOn(SPRING, template("00:00", "06:00", 60, 0));
        assertEquals(5, starts.size());
        assertEvenlySpaced(starts, Duration.ofHours(1));
        assertEquals(
                List.of("00:00", "01:00", "03:00", "04:00", "05:00"),
                starts.stream()
                        .map(start -> start.atZone(BERLIN).toLocalTime().toString())
                        .toList());
    }

    @Test
    void inAutumnTheRepeatedHourHasSlotsTwiceAtDifferentInstants() {
        List<Instant> starts = startsOn(AUTUMN, template("00:00", "06:00", 60, 0));
        assertEquals(7, starts.size());
        assertEvenlySpaced(starts, Duration.ofHours(1));
    }

    @Test
    void aTimeThatIsSkippedIsTheMomentOfTheChange() {
        assertEquals(
                List.of(at(2027, 3, 28, "03:00"), at(2027, 3, 28, "03:30")),
                startsOn(SPRING, template("02:30", "04:00", 30, 0)));
        assertEquals(List.of(), startsOn(SPRING, template("02:00", "03:00", 30, 0)));
    }

    @Test
    void windowsAreMerged() {
        assertEquals(
                List.of(
                        new CalendarSpan(at(2027, 2, 1, "09:00"), at(2027, 2, 1, "13:00")),
                        new CalendarSpan(at(2027, 2, 1, "14:00"), at(2027, 2, 1, "15:00"))),
                timetable
                        .windows(
                                List.of(
                                        template("09:00", "12:00", 30, 0),
                                        template("11:00", "13:00", 20, 0),
                                        template("14:00", "15:00", 20, 0)),
                                at(2027, 2, 1, "10:00"),
                                at(2027, 2, 2, "00:00"))
                        .toList());
    }

    private List<Instant> startsOn(LocalDate date, TemplateEntity template) {
        return starts(
                date.atStartOfDay(BERLIN).toInstant(),
                date.plusDays(1).atStartOfDay(BERLIN).toInstant(),
                template);
    }

    private List<Instant> starts(Instant from, Instant to, TemplateEntity template) {
        return timetable.openings(List.of(template), from, to, 0).stream()
                .map(Opening::start)
                .toList();
    }

    private static void assertEvenlySpaced(List<Instant> starts, Duration step) {
        for (int i = 1; i < starts.size(); i++) {
            assertEquals(step, Duration.between(starts.get(i - 1), starts.get(i)));
        }
    }

    private static TemplateEntity template(String start, String end, int slotMinutes, int bufferMinutes) {
        TemplateEntity template = new TemplateEntity();
        template.weekdays = "1234567";
        template.startMinute = TemplateRules.minuteOfDay(start).orElseThrow();
        template.endMinute = TemplateRules.minuteOfDay(end).orElseThrow();
        template.slotMinutes = slotMinutes;
        template.bufferMinutes = bufferMinutes;
        template.validFrom = LocalDate.of(2026, 1, 1);
        return template;
    }

    private static Instant at(int year, int month, int day, String time) {
        return LocalDate.of(year, month, day)
                .atTime(LocalTime.parse(time))
                .atZone(BERLIN)
                .toInstant();
    }
}
