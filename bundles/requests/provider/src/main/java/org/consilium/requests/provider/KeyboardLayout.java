package org.consilium.requests.provider;

import java.util.Locale;

/** What the same keys would have given in the Russian layout: «Bdfyjd» is «иванов». */
final class KeyboardLayout {
    private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
    private static final String RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";

    private KeyboardLayout() {}

    /** @return the text in lower case with each Latin key replaced; {@code null} when it was not typed in the Latin layout */
    static String inRussian(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        boolean latin = lower.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean other = lower.chars().anyMatch(c -> c > 127);
        if (!latin || other) {
            return null;
        }
        StringBuilder text = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            int key = LATIN.indexOf(lower.charAt(i));
            text.append(key < 0 ? lower.charAt(i) : RUSSIAN.charAt(key));
        }
        return text.toString();
    }
}
