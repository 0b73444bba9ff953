package org.consilium.requests.provider;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;

/**
 * The last row of a page, after which the next page begins. A list shows the active requests first, then the closed ones, each part in
 * the order that was asked for.
 */
record ListPosition(boolean closed, Instant at, String id) {
    static ListPosition of(Sorting sorting, RequestEntity row) {
        return new ListPosition(row.closed, sorting.at(row), row.id);
    }

    String cursor() {
        String text = (closed ? "c" : "a") + " " + at.toEpochMilli() + " " + id;
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
            if (parts.length == 3 && (parts[0].equals("a") || parts[0].equals("c"))) {
                Instant at = Instant.ofEpochMilli(Long.parseLong(parts[1]));
                return new ListPosition(
                        parts[0].equals("c"), at, UUID.fromString(parts[2]).toString());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // not a cursor of ours
        }
        throw new ConsiliumException(ConsiliumException.Status.BAD_REQUEST, "platform.bad-cursor", "bad cursor");
    }
}
