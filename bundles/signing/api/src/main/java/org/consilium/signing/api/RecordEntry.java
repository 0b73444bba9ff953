package org.consilium.signing.api;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in a consultation.
 *
 * @param what in the domain's words, for example {@code message} or {@code consent}
 * @param details text by name; a content is named by its SHA-256
 */
public record RecordEntry(Instant at, String what, Map<String, String> details) {
    public RecordEntry {
        details = Map.copyOf(details);
    }
}
