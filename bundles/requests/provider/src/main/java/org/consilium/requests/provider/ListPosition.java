package org.consilium.requests.provider;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;

/**
 * The last row of a page, after which the next page begins. A list shows its parts one after the other, each in the order that was
 * asked for.
 */
record ListPosition(ListPart part, Instant at, String id) {
    static ListPosition of(ListQuery query, RequestHead row) {
        return new ListPosition(query.box().partOf(row), query.sorting().at(row), row.id);
    }

    String cursor() {
        String text = part.letter + " " + at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @return {@code null} for the first page
     * @throws ConsiliumException 400 {@code platform.bad-cursor}
     */
    static ListPosition parse(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
            ListPart part = ListPart.of(parts[0]);
            if (parts.length == 3 && part != null) {
                Instant at = Instant.ofEpochMilli(Long.parseLong(parts[1]));
                return new ListPosition(part, at, UUID.fromString(parts[2]).toString());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // not a cursor of ours
        }
        throw new ConsiliumException(ConsiliumException.Status.BAD_REQUEST, "platform.bad-cursor", "bad cursor");
    }
}
