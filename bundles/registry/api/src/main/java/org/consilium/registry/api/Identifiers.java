package org.consilium.registry.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of the identifiers by which a person is known: СНИЛС, policy of compulsory health insurance, Russian passport. Pure
 * functions; none of them keeps or logs what it is given.
 *
 * <p>The normal form has no separators: 11 digits of a СНИЛС, 16 digits of a policy (ЕНП) or the upper-case letters and digits of an
 * older one, 10 digits of a passport (series and number).
 */
public final class Identifiers {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}.,:;/_№#]+");
    private static final Pattern SNILS = Pattern.compile("[0-9]{11}");
    private static final Pattern SINGLE_POLICY = Pattern.compile("[0-9]{16}");
    // Series and number of a policy before 2011 or of a temporary certificate: regions had their own forms. 15 digits
    // and 17 or more
    // are taken for a slip in a single number and refused, else the doctor would read "not found" instead.
    private static final Pattern OLD_POLICY = Pattern.compile("(?![0-9]{15,}$)[0-9A-ZА-ЯЁ]{6,20}");
    private static final Pattern SIX_DIGITS = Pattern.compile("(?:[^0-9]*[0-9]){6,}[^0-9]*");
    private static final Pattern PASSPORT = Pattern.compile("[0-9]{10}");
    // Numbers up to 001-001-998 were given out before there were check digits.
    private static final int LAST_UNCHECKED_SNILS = 1_001_998;

    private Identifiers() {}

    /**
     * The normal form of what was typed, separators and letter case ignored.
     *
     * @return empty when it cannot be such an identifier: wrong length, strange characters, nothing at all. A wrong check digit does
     *     not matter here, see {@link #hasRightCheckDigit}
     */
    public static Optional<String> normalise(PersonQuery.Kind kind, String typed) {
        if (typed == null || typed.length() > 64) {
            return Optional.empty();
        }
        String bare = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        boolean possible =
                switch (kind) {
                    case SNILS -> SNILS.matcher(bare).matches();
                    case POLICY ->
                        SINGLE_POLICY.matcher(bare).matches()
                                || OLD_POLICY.matcher(bare).matches()
                                        && SIX_DIGITS.matcher(bare).matches();
                    case PASSPORT -> PASSPORT.matcher(bare).matches();
                };
        return possible ? Optional.of(bare) : Optional.empty();
    }

    /**
     * Whether the check digits of an identifier in normal form are right; also true for one that has none (a passport, an old policy, a
     * very old СНИЛС). A search goes on with a wrong one, a new entry should not.
     */
    public static boolean hasRightCheckDigit(PersonQuery.Kind kind, String normal) {
        return switch (kind) {
            case SNILS ->
                Integer.parseInt(normal.substring(0, 9)) <= LAST_UNCHECKED_SNILS
                        || normal.endsWith(snilsCheckDigits(normal.substring(0, 9)));
            case POLICY ->
                !SINGLE_POLICY.matcher(normal).matches()
                        || normal.charAt(15) == policyCheckDigit(normal.substring(0, 15));
            case PASSPORT -> true;
        };
    }

    /** The two check digits of a СНИЛС whose first nine digits are given: their weighted sum modulo 101. */
    public static String snilsCheckDigits(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digit(nineDigits, i) * (9 - i);
        }
        return "%02d".formatted(sum % 101 % 100);
    }

    /** The check digit of a single policy number (ЕНП) whose first 15 digits are given: the algorithm of Luhn. */
    public static char policyCheckDigit(String fifteenDigits) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = digit(fifteenDigits, i);
            // Odd places counted from the right are doubled; of 15 digits these are the odd ones from the left as well.
            int part = i % 2 == 0 ? 2 * digit : digit;
            sum += part > 9 ? part - 9 : part;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** As people write it: {@code 112-233-445 95}, {@code 4010 123456}; a policy stays in one piece. */
    public static String display(PersonQuery.Kind kind, String normal) {
        return switch (kind) {
            case SNILS ->
                normal.substring(0, 3) + "-" + normal.substring(3, 6) + "-" + normal.substring(6, 9) + " "
                        + normal.substring(9);
            case PASSPORT -> normal.substring(0, 4) + " " + normal.substring(4);
            case POLICY -> normal;
        };
    }

    private static int digit(String digits, int index) {
        int digit = digits.charAt(index) - '0';
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("not a digit at place " + index);
        }
        return digit;
    }
}
