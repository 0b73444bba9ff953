package org.consilium.registry.api;

import java.time.LocalDate;

/**
 * A person of the registry.
 *
 * @param id the registry's own id, at most 64 characters
 * @param snils 11 digits, {@code null} when unknown
 * @param policy ЕНП, 16 digits, or an old policy number; {@code null} when unknown
 * @param passport series and number, {@code SSSS NNNNNN}; {@code null} when unknown
 */
public record Person(
        String id,
        String surname,
        String name,
        String patronymic,
        LocalDate birthDate,
        Sex sex,
        String snils,
        String policy,
        String passport) {
    /** Administrative sex. */
    public enum Sex {
        MALE,
        FEMALE
    }
}
