package org.consilium.identity.api;

import java.util.Set;
import java.util.UUID;

/**
 * A member of staff.
 *
 * @param profiles codes of the medical-care profiles in which the person consults, see {@code routes.api.Profile}
 * @param roles role names, see the constants of {@code Caller}
 * @param active false after dismissal
 */
public record StaffMember(
        UUID id,
        String surname,
        String name,
        String patronymic,
        UUID organisationId,
        String organisationName,
        String position,
        String speciality,
        Set<String> profiles,
        Set<String> roles,
        boolean active) {
    public StaffMember {
        profiles = Set.copyOf(profiles);
        roles = Set.copyOf(roles);
    }

    /** «Щербаков П. И.» */
    public String shortName() {
        StringBuilder text = new StringBuilder(surname);
        for (String part : new String[] {name, patronymic}) {
            if (part != null && !part.isBlank()) {
                text.append(" ").append(part.charAt(0)).append(".");
            }
        }
        return text.toString();
    }

    /** «Щербаков Пётр Ильич» */
    public String fullName() {
        return patronymic == null || patronymic.isBlank()
                ? surname + " " + name
                : surname + " " + name + " " + patronymic;
    }
}
