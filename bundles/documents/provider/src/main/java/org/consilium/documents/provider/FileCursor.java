package org.consilium.documents.provider;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.consilium.kernel.ConsiliumException;

/** The key of the last file of a page: its successors are older. */
record FileCursor(Instant uploadedAt, String id) {
    static FileCursor of(DocumentEntity file) {
        return new FileCursor(file.uploadedAt, file.id);
    }

    /** @return {@code null} for none */
    static FileCursor parse(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2) {
                return new FileCursor(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // not one of ours, see below
        }
        throw new ConsiliumException(
                ConsiliumException.Status.BAD_REQUEST, "platform.bad-cursor", "not a cursor of this list");
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((uploadedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
