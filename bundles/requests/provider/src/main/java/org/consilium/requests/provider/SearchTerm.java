package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.platform.persistence.SearchWords;

/**
 * One typed term of a search.
 *
 * @param alternatives ways to read it, at least one: as typed, as a request's number, in the other keyboard layout; each is a list of
 *     prefixes that all have to begin a word of the request
 */
record SearchTerm(List<List<String>> alternatives) {
    private static final int MOST_TERMS = 6;
    private static final int MOST_WORDS = 4;
    private static final Pattern DIGIT_GAPS = Pattern.compile("(?<=\\d)[\\s\\-]+(?=\\d)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{5,}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** The terms of a query; each has to be found. Empty when nothing searchable was typed. */
    static List<SearchTerm> parse(String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        return SPACES.splitAsStream(DIGIT_GAPS.matcher(typed).replaceAll(""))
                .map(SearchTerm::of)
                .filter(term -> !term.alternatives().isEmpty())
                .limit(MOST_TERMS)
                .toList();
    }

    Stream<String> prefixes() {
        return alternatives.stream().flatMap(List::stream);
    }

    private static SearchTerm of(String token) {
        List<List<String>> alternatives = new ArrayList<>();
        add(alternatives, token);
        if (WHOLE_NUMBER.matcher(token).matches()) {
            add(alternatives, RequestWords.WHOLE_NUMBER + token);
        }
        String russian = KeyboardLayout.inRussian(token);
        if (russian != null) {
            add(alternatives, russian);
        }
        return new SearchTerm(List.copyOf(alternatives));
    }

    private static void add(List<List<String>> alternatives, String text) {
        List<String> words = SearchWords.query(text).stream().limit(MOST_WORDS).toList();
        if (!words.isEmpty()) {
            alternatives.add(words);
        }
    }
}
