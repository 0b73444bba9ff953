package org.consilium.platform.live;

import java.util.Map;
import java.util.UUID;

/**
 * What changed; the truth is read by REST.
 *
 * @param type {@code <domain>.<what>}, for example {@code chat.message}
 * @param subject what it is about, mostly the id of a request
 * @param number up to which number there is something new, 0 where things are not numbered
 * @param payload small JSON values that ride along; no personal data
 */
public record Hint(String type, UUID subject, long number, Map<String, Object> payload) {
    public static Hint of(String type, UUID subject) {
        return new Hint(type, subject, 0, Map.of());
    }

    public static Hint of(String type, UUID subject, long number) {
        return new Hint(type, subject, number, Map.of());
    }
}
