package org.consilium.notifications.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a mail in a file of this package: the first line is the subject, after an empty line comes the body;
 * {@code {name}} is filled in.
 */
final class MailTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final String subject;
    private final String body;

    private MailTemplate(String text) {
        String[] parts = text.replace("\r\n", "\n").split("\n\n", 2);
        subject = parts[0].strip();
        body = parts[1];
    }

    static MailTemplate load(String name) {
        try (InputStream in = MailTemplate.class.getResourceAsStream(name + ".ru.txt")) {
            return new MailTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String subject(Map<String, String> values) {
        return filled(subject, values);
    }

    String body(Map<String, String> values) {
        return filled(body, values);
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
