package org.consilium.identity.api;

import java.util.Set;
import java.util.UUID;

/**
 * The data of a new account.
 *
 * @param id made by whoever asks; the same id again makes nothing twice
 * @param patronymic may be {@code null}
 * @param organisationId of an organisation that exists
 * @param position may be {@code null}
 * @param speciality may be {@code null}
 * @param profiles codes of the medical-care profiles in which the person consults; only doctors are found as consultants
 * @param roles role names, see the constants of {@code Caller}
 */
public record NewStaffMember(
        UUID id,
        String surname,
        String name,
        String patronymic,
        UUID organisationId,
        String position,
        String speciality,
        Set<String> profiles,
        Set<String> roles) {
    public NewStaffMember {
        profiles = Set.copyOf(profiles);
        roles = Set.copyOf(roles);
    }
}
