package org.consilium.scheduling.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.scheduling.api.NewTemplate;

/** What a template must look like. All times are multiples of the five minutes that a cell lasts. */
final class TemplateRules {
    static final int LONGEST_SLOT = 240;
    static final int LONGEST_BUFFER = 120;

    private static final int STEP = 5;
    private static final int LONGEST_TITLE = 200;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

    private final List<FieldProblem> problems = new ArrayList<>();

    private TemplateRules() {}

    /** @throws ConsiliumException 422 {@code scheduling.invalid} with every wrong field */
    static void check(NewTemplate template) {
        TemplateRules rules = new TemplateRules();
        rules.checkAll(template);
        if (!rules.problems.isEmpty()) {
            throw ConsiliumException.invalid("scheduling.invalid", rules.problems);
        }
    }

    /** Minutes after midnight of {@code HH:mm}. */
    static OptionalInt minuteOfDay(String time) {
        Matcher matcher = TIME.matcher(time == null ? "" : time);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int minutes = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
        return minutes > MINUTES_OF_DAY ? OptionalInt.empty() : OptionalInt.of(minutes);
    }

    /** {@code HH:mm} of minutes after midnight. */
    static String time(int minuteOfDay) {
        return "%02d:%02d".formatted(minuteOfDay / 60, minuteOfDay % 60);
    }

    /** The stored form of weekdays: their digits, ascending, each once. */
    static String digits(List<Integer> weekdays) {
        return weekdays.stream().sorted().distinct().map(String::valueOf).collect(Collectors.joining());
    }

    private void checkAll(NewTemplate template) {
        if (template == null) {
            problem("", "required");
            return;
        }
        required("id", template.id());
        required("doctorId", template.doctorId());
        checkTitle(template.title());
        checkWeekdays(template.weekdays());
        checkTimes(template);
        checkMinutes("slotMinutes", template.slotMinutes(), STEP, LONGEST_SLOT);
        checkMinutes("bufferMinutes", template.bufferMinutes(), 0, LONGEST_BUFFER);
        checkDates(template.validFrom(), template.validTo());
    }

    private void checkTitle(String title) {
        if (title == null || title.isBlank()) {
            problem("title", "required");
        } else if (title.strip().length() > LONGEST_TITLE) {
            problem("title", "too-long");
        } else if (title.chars().anyMatch(Character::isISOControl)) {
            problem("title", "format");
        }
    }

    private void checkWeekdays(List<Integer> weekdays) {
        if (weekdays == null || weekdays.isEmpty()) {
            problem("weekdays", "required");
        } else if (weekdays.stream().anyMatch(day -> day == null || day < 1 || day > 7)) {
            problem("weekdays", "range");
        }
    }

    private void checkTimes(NewTemplate template) {
        OptionalInt start = checkTime("start", template.start());
        OptionalInt end = checkTime("end", template.end());
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        if (end.getAsInt() <= start.getAsInt()) {
            problem("end", "not-after-start");
        } else if (end.getAsInt() - start.getAsInt() < template.slotMinutes()) {
            problem("end", "no-room-for-slot");
        }
    }

    private OptionalInt checkTime(String field, String time) {
        OptionalInt minutes = minuteOfDay(time);
        if (time == null || time.isBlank()) {
            problem(field, "required");
        } else if (minutes.isEmpty()) {
            problem(field, "format");
        } else if (minutes.getAsInt() % STEP != 0) {
            problem(field, "multiple-of-5");
        }
        return minutes;
    }

    private void checkMinutes(String field, int minutes, int least, int most) {
        if (minutes < least || minutes > most) {
            problem(field, "range");
        } else if (minutes % STEP != 0) {
            problem(field, "multiple-of-5");
        }
    }

    private void checkDates(LocalDate from, LocalDate to) {
        required("validFrom", from);
        if (from != null && outside(from)) {
            problem("validFrom", "range");
        }
        if (to != null && outside(to)) {
            problem("validTo", "range");
        } else if (from != null && to != null && to.isBefore(from)) {
            problem("validTo", "before-first-day");
        }
    }

    private static boolean outside(LocalDate date) {
        return date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE);
    }

    private void required(String field, Object value) {
        if (value == null) {
            problem(field, "required");
        }
    }

    private void problem(String field, String code) {
        problems.add(new FieldProblem(field, code));
    }
}
