package org.consilium.chat.provider;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A line that nobody wrote.
 *
 * @param code {@code <domain>.<what>}; the user interface has a sentence for it
 * @param details values for the sentence
 */
public record Note(String code, Map<String, String> details) {
    public Note {
        details = Map.copyOf(details);
    }

    static Note stored(String code, String details) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : details.isEmpty() ? new String[0] : details.split("&")) {
            int equals = pair.indexOf('=');
            values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return new Note(code, values);
    }

    /** As one text for the row; in the order of the names. */
    String storedDetails() {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
