package org.consilium.signing.provider;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text as every database takes it. */
final class CleanText {
    private CleanText() {}

    /** Without NUL, and with half of a surrogate pair replaced; {@code null} for {@code null}. */
    static String of(String typed) {
        return typed == null
                ? null
                : new String(typed.replace("\u0000", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The same for every text of a JSON value. */
    static Object deep(Object value) {
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> clean = new LinkedHashMap<>();
            map.forEach((name, member) -> clean.put(of(String.valueOf(name)), deep(member)));
            return clean;
        }
        return value instanceof List<?> list
                ? list.stream().map(CleanText::deep).toList()
                : value;
    }
}
