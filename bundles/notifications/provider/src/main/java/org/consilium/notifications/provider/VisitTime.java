package org.consilium.notifications.provider;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * The start of a visit in words, in the region's zone. The zone is named, because the patient may live in another
 * one.
 */
final class VisitTime {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM 'в' HH:mm", RUSSIAN);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'г.', 'в' HH:mm", RUSSIAN);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", RUSSIAN);

    private final ZonedDateTime start;

    VisitTime(Instant start, ZoneId zone) {
        this.start = start.atZone(zone);
    }

    /** «12 декабря в 10:30» */
    String brief() {
        return SHORT.format(start);
    }

    /** «суббота, 12 декабря 2026 г., в 10:30 (часовой пояс: Москва, UTC+3)» */
    String full() {
        return LONG.format(start) + " (часовой пояс: " + start.getZone().getDisplayName(TextStyle.FULL, RUSSIAN) + ", "
                + OFFSET.format(start).replace("GMT", "UTC") + ")";
    }
}
