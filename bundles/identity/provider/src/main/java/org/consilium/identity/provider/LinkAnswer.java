package org.consilium.identity.provider;

import java.time.LocalDate;

/**
 * The answer to the check.
 *
 * @param birthDate of the patient
 * @param lastFour the last four digits of a policy or СНИЛС, when the request has one
 */
public record LinkAnswer(String token, LocalDate birthDate, String lastFour) {
    /** Without its values, so that they reach no log. */
    @Override
    public String toString() {
        return "LinkAnswer[]";
    }
}
