package org.consilium.identity.provider;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for each log-in name. */
final class Logins {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}._@+-]+");

    private Logins() {}

    static String normalised(String typed) {
        String folded =
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.length() > Credentials.MAX_LOGIN ? folded.substring(0, Credentials.MAX_LOGIN) : folded;
    }

    static boolean isAllowed(String normalised) {
        return ALLOWED.matcher(normalised).matches();
    }
}
