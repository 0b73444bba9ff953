package org.consilium.notifications.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.Test;

class VisitCalendarTest {
    private static final Instant START = Instant.parse("2026-12-12T07:30:00Z");
    private static final Instant NOW = Instant.parse("2026-12-10T07:30:00Z");

    private final RequestCard card = FakeRequests.card(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), START, "a@example.org", RequestState.IN_WORK);

    @Test
    void otherProgramsReadTheVisit() {
        ICalendar calendar = Biweekly.parse(VisitCalendar.published(card, NOW)).first();
        assertTrue(calendar.getMethod().isPublish());
        assertTrue(calendar.validate(calendar.getVersion()).isEmpty());
        VEvent event = calendar.getEvents().get(0);
        assertEquals("Приём врача онлайн", event.getSummary().getValue());
        assertEquals(
                "Откройте личную ссылку из письма за несколько минут до начала.",
                event.getDescription().getValue());
        assertEquals(Date.from(START), event.getDateStart().getValue());
        assertEquals(
                Date.from(START.plus(Duration.ofMinutes(30))),
                event.getDateEnd().getValue());
        assertEquals(card.id() + "@consilium", event.getUid().getValue());
    }

    @Test
    void aCancellationTakesTheSameVisitOut() {
        ICalendar calendar =
                Biweekly.parse(VisitCalendar.cancelled(card, NOW, 2)).first();
        assertTrue(calendar.getMethod().isCancel());
        VEvent event = calendar.getEvents().get(0);
        assertEquals(card.id() + "@consilium", event.getUid().getValue());
        assertEquals(2, event.getSequence().getValue());
        assertTrue(event.getStatus().isCancelled());
    }

    @Test
    void linesAreShortAndEndAsTheStandardSays() {
        String text = VisitCalendar.published(card, NOW);
        assertTrue(text.endsWith("\r\n"));
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertEquals(-1, line.indexOf('\n'));
        }
    }

    @Test
    void timesAreInWordsAndNameTheirZone() {
        assertEquals(
                "суббота, 12 декабря 2026 г., в 12:30 (часовой пояс: Екатеринбург, UTC+5)",
                new VisitTime(START, ZoneId.of("Asia/Yekaterinburg")).full());
        assertEquals("12 декабря в 09:30", new VisitTime(START, ZoneId.of("Europe/Kaliningrad")).brief());
    }
}
