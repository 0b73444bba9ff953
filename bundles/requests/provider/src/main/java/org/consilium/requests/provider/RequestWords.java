package org.consilium.requests.provider;

import java.util.Set;
import java.util.stream.Stream;
import org.consilium.platform.persistence.SearchWords;

/**
 * The words by which a request is found: names of patient and representative, surnames of filer and consultant, the number in each
 * way in which people write it, and the profile. Words of the route's title are kept with the route.
 */
final class RequestWords {
    /** Stands before the digits of a whole number, so that "2" finds the request 2 and not all of this millennium. */
    static final String WHOLE_NUMBER = "n";

    private RequestWords() {}

    /**
     * @param number {@code 2026-000123}
     * @param representative {@code null} for none
     */
    static Set<String> of(
            String number,
            PersonName patient,
            PersonName representative,
            String filerSurname,
            String consultantSurname,
            String profile) {
        String year = number.substring(0, number.indexOf('-'));
        String serial = number.substring(number.indexOf('-') + 1);
        Stream<String> texts = Stream.of(
                patient.full(),
                representative == null ? null : representative.full(),
                filerSurname,
                consultantSurname,
                profile,
                serial,
                // "123" for 000123
                String.valueOf(Long.parseLong(serial)),
                WHOLE_NUMBER + year + serial);
        return SearchWords.of(texts.toArray(String[]::new));
    }
}
