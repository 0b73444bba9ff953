package org.consilium.requests.provider;

import java.util.regex.Pattern;

/** Texts as people type them. */
final class Typed {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    // Some of them no database takes, none of them anybody typed.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    private Typed() {}

    /** Without stray spaces and control characters; {@code null} when nothing is left. */
    static String clean(String typed) {
        if (typed == null) {
            return null;
        }
        String bare = CONTROL.matcher(SPACES.matcher(typed).replaceAll(" "))
                .replaceAll("")
                .strip();
        return bare.isEmpty() ? null : bare;
    }

    /** Without spaces around and control characters, lines kept; {@code null} when nothing is left. */
    static String cleanLines(String typed) {
        if (typed == null) {
            return null;
        }
        String bare = CONTROL.matcher(typed).replaceAll("").strip();
        return bare.isEmpty() ? null : bare;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
