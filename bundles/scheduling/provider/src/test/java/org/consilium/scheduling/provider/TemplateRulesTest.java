package org.consilium.scheduling.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.scheduling.api.NewTemplate;
import org.junit.jupiter.api.Test;

class TemplateRulesTest {
    private static final UUID ID = UUID.randomUUID();
    private static final LocalDate FROM = LocalDate.of(2026, 11, 23);

    @Test
    void takesWhatIsRight() {
        assertDoesNotThrow(() -> TemplateRules.check(
                new NewTemplate(ID, ID, "Приём", List.of(7, 1), "08:05", "24:00", 5, 0, FROM, FROM)));
        assertDoesNotThrow(() -> TemplateRules.check(
                new NewTemplate(ID, ID, "Приём", List.of(1), "09:00", "13:00", 240, 120, FROM, null)));
        assertEquals("17", TemplateRules.digits(List.of(7, 1, 7)));
        assertEquals("08:05", TemplateRules.time(485));
        assertEquals("24:00", TemplateRules.time(1_440));
    }

    @Test
    void namesEveryWrongField() {
        List<FieldProblem> problems =
                problems(new NewTemplate(null, null, " ", List.of(), null, null, 0, -5, null, null));
        assertEquals(
                List.of(
                        "id required",
                        "doctorId required",
                        "title required",
                        "weekdays required",
                        "start required",
                        "end required",
                        "slotMinutes range",
                        "bufferMinutes range",
                        "validFrom required"),
                text(problems));
        assertEquals(List.of(" required"), text(problems(null)));
    }

    @Test
    void knowsWhatIsWrongWithTimesAndDates() {
        assertEquals(List.of("start format", "end format"), times("9:00", "25:00"));
        assertEquals(List.of("start format", "end format"), times("09:60", "24:05"));
        assertEquals(List.of("end not-after-start"), times("10:00", "10:00"));
        assertEquals(List.of("end not-after-start"), times("10:00", "09:00"));
        assertEquals(List.of("end no-room-for-slot"), times("10:00", "10:25"));
        assertEquals(List.of("start multiple-of-5"), times("09:03", "12:00"));
        assertEquals(
                List.of("validTo before-first-day"),
                text(problems(new NewTemplate(
                        ID, ID, "Приём", List.of(1), "09:00", "12:00", 30, 0, FROM, FROM.minusDays(1)))));
        assertEquals(
                List.of("validFrom range", "validTo range"),
                text(problems(new NewTemplate(
                        ID, ID, "Приём", List.of(1), "09:00", "12:00", 30, 0, LocalDate.MIN, LocalDate.MAX))));
    }

    @Test
    void knowsWhatIsWrongWithWeekdaysLengthsAndTitle() {
        assertEquals(
                List.of("title too-long", "weekdays range", "slotMinutes range", "bufferMinutes range"),
                text(problems(new NewTemplate(
                        ID, ID, "п".repeat(201), List.of(0, 8), "09:00", "23:00", 245, 125, FROM, null))));
        assertEquals(
                List.of("title format", "weekdays range", "slotMinutes multiple-of-5", "bufferMinutes multiple-of-5"),
                text(problems(new NewTemplate(
                        ID, ID, "При\nём", Arrays.asList(1, null), "09:00", "12:00", 12, 3, FROM, null))));
    }

    private static List<String> times(String start, String end) {
        return text(problems(new NewTemplate(ID, ID, "Приём", List.of(1), start, end, 30, 0, FROM, null)));
    }

    private static List<String> text(List<FieldProblem> problems) {
        return problems.stream().map(p -> p.field() + " " + p.code()).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<FieldProblem> problems(NewTemplate template) {
        ConsiliumException failure = assertThrows(ConsiliumException.class, () -> TemplateRules.check(template));
        assertEquals("scheduling.invalid", failure.code());
        assertEquals(422, failure.status().http());
        return (List<FieldProblem>) failure.members().get("problems");
    }
}
