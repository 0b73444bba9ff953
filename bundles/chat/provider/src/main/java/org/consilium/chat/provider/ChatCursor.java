package org.consilium.chat.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;

/** Where a page of chats ended: the list is ordered by the last message, newest first. */
record ChatCursor(Instant lastAt, UUID requestId) {
    String encoded() {
        String key = lastAt.toEpochMilli() + "~" + requestId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
    }

    /** @param cursor {@code null} or blank for the first page, for which the answer is {@code null} */
    static ChatCursor decoded(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String[] key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("~", 2);
            return new ChatCursor(Instant.ofEpochMilli(Long.parseLong(key[0])), UUID.fromString(key[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ConsiliumException(
                    ConsiliumException.Status.BAD_REQUEST, "platform.bad-cursor", "not a cursor of this list");
        }
    }
}
