package org.consilium.requests.provider;

import java.util.Locale;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.PersonQuery;

/**
 * The patient for whom a legal representative speaks, typed in by the filer. In a draft each member is as it was typed; in a request it
 * is checked and in its normal form.
 *
 * @param birthDate {@code yyyy-MM-dd}
 * @param sex {@code MALE} or {@code FEMALE}
 * @param relation degree of kinship or ground of the representation
 */
public record Represented(
        String surname,
        String name,
        String patronymic,
        String birthDate,
        String sex,
        String snils,
        String policy,
        String relation) {
    /** The same without stray spaces, its numbers in normal form. Call it for checked values. */
    Represented normalised() {
        return new Represented(
                Typed.clean(surname),
                Typed.clean(name),
                Typed.clean(patronymic),
                Typed.clean(birthDate),
                Typed.clean(sex),
                number(PersonQuery.Kind.SNILS, snils),
                number(PersonQuery.Kind.POLICY, policy),
                Typed.clean(relation));
    }

    PersonName fullName() {
        return new PersonName(surname, name, patronymic);
    }

    /** What tells this patient from others: names and birth date, whatever the letter case. */
    String identity() {
        return String.join("|", surname, name, patronymic == null ? "" : patronymic, birthDate)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    private static String number(PersonQuery.Kind kind, String typed) {
        return Typed.clean(typed) == null
                ? null
                : Identifiers.normalise(kind, typed).orElse(null);
    }
}
