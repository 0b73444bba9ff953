package org.consilium.notifications.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.consilium.requests.api.RequestCard;

/**
 * The visit as an iCalendar object (RFC 5545, methods of RFC 5546). Calendars travel to phones, clouds and families:
 * it holds neither the personal link nor the patient's name nor the doctor's.
 */
final class VisitCalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line without its end. */
    private static final int MAX_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private VisitCalendar() {}

    /** Puts the visit into the reader's calendar. */
    static String published(RequestCard card, Instant now) {
        return event(card, now, "PUBLISH", 0, "CONFIRMED");
    }

    /** Replaces it. @param sequence greater with each change */
    static String changed(RequestCard card, Instant now, int sequence) {
        return event(card, now, "PUBLISH", sequence, "CONFIRMED");
    }

    /** Takes it out again. @param sequence greater than that of each change */
    static String cancelled(RequestCard card, Instant now, int sequence) {
        return event(card, now, "CANCEL", sequence, "CANCELLED");
    }

    private static String event(RequestCard card, Instant now, String method, int sequence, String status) {
        VisitCalendar calendar = new VisitCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Consilium//Notifications//RU");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:" + method);
        calendar.line("BEGIN:VEVENT");
        calendar.line("UID:" + card.id() + "@consilium");
        calendar.line("SEQUENCE:" + sequence);
        calendar.line("DTSTAMP:" + UTC.format(now));
        calendar.line("DTSTART:" + UTC.format(card.visitStart()));
        calendar.line("DTEND:" + UTC.format(card.visitStart().plus(Duration.ofMinutes(card.visitMinutes()))));
        calendar.line("SUMMARY:" + escaped("Приём врача онлайн"));
        calendar.line("DESCRIPTION:" + escaped("Откройте личную ссылку из письма за несколько минут до начала."));
        calendar.line("ORGANIZER:invalid:nomail");
        calendar.line("STATUS:" + status);
        calendar.line("END:VEVENT");
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    /** Folds what is too long; a folded line goes on after a space. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            String letter = Character.toString(content.codePointAt(i));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
            i += letter.length();
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }
}
