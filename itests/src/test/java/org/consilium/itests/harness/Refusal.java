package org.consilium.itests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;

/** What every refused call has in common: a problem document (RFC 9457) with a code for which the interface has a sentence in each language. */
public final class Refusal {
    private static final Map<String, String> RUSSIAN = Sentences.of("ru");
    private static final Map<String, String> ENGLISH = Sentences.of("en");
    private static final Pattern CYRILLIC = Pattern.compile("[а-яё]{3}");

    private Refusal() {}

    /** Checks a refusal and returns it, for what is special about it. */
    public static Api.Answer check(int status, String code, Api.Answer answer) {
        assertEquals(status + " " + code, answer.status() + " " + answer.code(), () -> "answered " + answer.body());
        assertEquals("application/problem+json", mediaType(answer));
        assertEquals(status, answer.body().path("status").asInt(), "the status within the document");
        assertTrue(CYRILLIC.matcher(RUSSIAN.getOrDefault(code, "")).find(), "no Russian sentence for " + code);
        assertTrue(!ENGLISH.getOrDefault(code, "").isBlank(), "no English sentence for " + code);
        return answer;
    }

    private static String mediaType(Api.Answer answer) {
        return answer.raw()
                .headers()
                .firstValue("Content-Type")
                .orElse("none")
                .replaceAll(";.*", "")
                .strip();
    }
}
