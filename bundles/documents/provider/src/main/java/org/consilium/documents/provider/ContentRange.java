package org.consilium.documents.provider;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one range of a file that a request asks for (RFC 9110 section 14).
 *
 * @param first first byte
 * @param last last byte, inclusive
 */
record ContentRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /** Whether the range begins behind the end of the file. */
    boolean isUnsatisfiable() {
        return first > last;
    }

    /**
     * @param header may be {@code null}; several ranges and what is not understood are ignored, which the standard
     *     allows
     * @return empty for the whole file
     */
    static Optional<ContentRange> parse(String header, long size) {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long length = Long.parseLong(matcher.group(2));
            return Optional.of(new ContentRange(length == 0 ? size : Math.max(0, size - length), size - 1));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        return last < first ? Optional.empty() : Optional.of(new ContentRange(first, Math.min(last, size - 1)));
    }
}
