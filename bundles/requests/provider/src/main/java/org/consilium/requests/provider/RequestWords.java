package org.consilium.requests.provider;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
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
     * @param patient {@code null} for none
     * @param representative {@code null} for none
     * @param staff surnames of filer, consultant and coordinator
     */
    static Set<String> of(
            String number, PersonName patient, PersonName representative, Collection<String> staff, String profile) {
        String year = number.substring(0, number.indexOf('-'));
        String serial = number.substring(number.indexOf('-') + 1);
        Stream<String> texts = Stream.of(
                patient == null ? null : patient.full(),
                representative == null ? null : representative.full(),
                profile,
                serial,
                // "123" for 000123
                String.valueOf(Long.parseLong(serial)),
                WHOLE_NUMBER + year + serial);
        return SearchWords.of(Stream.concat(staff.stream(), texts).toArray(String[]::new));
    }

    /** Those of a request whose people changed. */
    static Set<String> of(RequestEntity request, StaffDirectory directory) {
        PersonSnapshot person = StoredJson.read(request.person, PersonSnapshot.class);
        Represented represented = StoredJson.read(request.represented, Represented.class);
        return of(
                request.number,
                CompleteDraft.patient(person, represented),
                represented == null ? null : person.fullName(),
                directory.findAll(request.people()).values().stream()
                        .map(StaffMember::surname)
                        .toList(),
                request.profileTitleRu);
    }
}
