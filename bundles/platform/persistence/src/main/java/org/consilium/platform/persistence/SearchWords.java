package org.consilium.platform.persistence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words for the word table of a list. Each list has a table {@code (word, id)} with a B-tree over both, filled in the
 * transaction that changes the row; a search takes each typed word as a prefix ({@code word >= ? and word < ?}).
 */
public final class SearchWords {
    /** The longest word that is kept; longer ones are cut. */
    public static final int MAX_LENGTH = 40;

    // A Chinese character: it comes after all Latin and Cyrillic letters in every order that a database may have. The
    // last character of
    // Unicode does not: PostgreSQL under a locale of the C library (ru_RU.UTF-8) ignores it, and would find nothing.
    private static final char LAST_LETTER = '\u9FA5';
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGIT_GAPS = Pattern.compile("(?<=\\d)[\\s\\-]+(?=\\d)");

    private SearchWords() {}

    /** The distinct words of some texts, normalised: lower case, ё as е. Digit groups are kept apart and joined. */
    public static Set<String> of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                addAll(words, text);
                addAll(words, DIGIT_GAPS.matcher(text).replaceAll(""));
            }
        }
        return words;
    }

    /** The normalised prefixes of a typed query; a row matches when each of them begins one of its words. */
    public static List<String> query(String typed) {
        Set<String> words = new LinkedHashSet<>();
        if (typed != null) {
            addAll(words, DIGIT_GAPS.matcher(typed).replaceAll(""));
        }
        return new ArrayList<>(words);
    }

    /** The exclusive upper bound of all words that begin with the prefix. */
    public static String upperBound(String prefix) {
        return prefix + LAST_LETTER;
    }

    private static void addAll(Set<String> words, String text) {
        for (String word : SEPARATORS.split(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))) {
            if (!word.isEmpty()) {
                words.add(word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word);
            }
        }
    }
}
