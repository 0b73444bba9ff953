package org.consilium.signing.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The record of a consultation as text, one line an entry, each with the SHA-256 of the line before and itself:
 *
 * <pre>
 * consilium-record 1 «request»
 * «hash» «number» «section» «time» «what» «details as JSON»
 * seal «hash of the last line» «number of lines»
 * </pre>
 *
 * Whoever changes, adds, removes or moves a line breaks the chain there. Whoever makes the whole chain anew gets another seal than the one that
 * stands in the audit trail. Needs nothing but this class, see {@link RecordCheck}. Thread-safe.
 */
public final class SealedRecord {
    private static final String HEADER = "consilium-record 1 ";
    private static final String SEAL = "seal ";
    private static final int HASH_LENGTH = 64;

    private SealedRecord() {}

    /**
     * One line before it is chained.
     *
     * @param section the domain that tells of it
     */
    public record Line(String section, Instant at, String what, Map<String, String> details) {}

    /**
     * A chained record.
     *
     * @param seal hash of the last line, lower-case hex SHA-256
     */
    public record Sealed(String text, String seal) {}

    /**
     * What a check found.
     *
     * @param line number of the first line that is not as it was sealed, counted from 1 as editors do; 0 for none
     * @param problem in words, {@code null} when all is as it was
     */
    public record Finding(int line, String problem, String seal) {
        public boolean isUnchanged() {
            return problem == null;
        }
    }

    /** Chains lines in the order given. */
    public static Sealed seal(UUID requestId, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        String header = HEADER + requestId;
        text.append(header).append('\n');
        String hash = hash(header);
        int number = 0;
        for (Line line : lines) {
            number++;
            String rest = number + " " + word(line.section()) + " " + line.at() + " " + word(line.what()) + " "
                    + json(line.details());
            hash = hash(hash + " " + rest);
            text.append(hash).append(' ').append(rest).append('\n');
        }
        text.append(SEAL).append(hash).append(' ').append(number).append('\n');
        return new Sealed(text.toString(), hash);
    }

    /**
     * Checks a record.
     *
     * @param expectedSeal the seal as it is known from elsewhere; {@code null} to check the chain alone
     */
    public static Finding check(String text, String expectedSeal) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.isEmpty() || !lines.get(0).startsWith(HEADER)) {
            return new Finding(1, "the first line does not name a request: not a sealed record", null);
        }
        String hash = hash(lines.get(0));
        int number = 0;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(SEAL)) {
                return end(lines, i, hash, number, expectedSeal);
            }
            number++;
            if (line.length() <= HASH_LENGTH || line.charAt(HASH_LENGTH) != ' ') {
                return new Finding(i + 1, "not a line of a record", null);
            }
            String rest = line.substring(HASH_LENGTH + 1);
            if (!rest.startsWith(number + " ")) {
                return new Finding(
                        i + 1, "entry " + number + " is expected here: one was removed, added or moved", null);
            }
            hash = hash(hash + " " + rest);
            if (!hash.equals(line.substring(0, HASH_LENGTH))) {
                return new Finding(i + 1, changed(rest), null);
            }
        }
        return new Finding(lines.size(), "the seal is missing: the end was cut off", null);
    }

    private static Finding end(List<String> lines, int at, String hash, int number, String expectedSeal) {
        if (at != lines.size() - 1) {
            return new Finding(at + 2, "something follows the seal", null);
        }
        if (!lines.get(at).equals(SEAL + hash + " " + number)) {
            return new Finding(at + 1, "the seal is not that of the lines above: one was removed at the end", null);
        }
        if (expectedSeal != null && !expectedSeal.equalsIgnoreCase(hash)) {
            return new Finding(1, "a whole record, but not the one that was sealed: its seal is another", hash);
        }
        return new Finding(0, null, hash);
    }

    private static String changed(String rest) {
        String[] words = rest.split(" ", 5);
        return words.length < 4
                ? "the entry was changed"
                : "entry " + words[0] + " (" + words[1] + ", " + words[3] + ", " + words[2] + ") was changed";
    }

    private static String word(String text) {
        return text.replaceAll("\\s+", "-");
    }

    /** In the order of names, so that the same details are the same text. */
    private static String json(Map<String, String> details) {
        StringBuilder text = new StringBuilder("{");
        new TreeMap<>(details).forEach((name, value) -> {
            text.append(text.length() > 1 ? "," : "");
            quote(text, name);
            text.append(':');
            quote(text, value);
        });
        return text.append('}').toString();
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
