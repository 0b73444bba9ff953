package org.consilium.identity.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;

/** The logged-in member of staff. */
public record Me(
        UUID accountId,
        String surname,
        String name,
        String patronymic,
        String shortName,
        UUID organisationId,
        String organisationName,
        String position,
        String speciality,
        List<String> roles,
        Region region) {
    static Me of(StaffMember member, Region region) {
        return new Me(
                member.id(),
                member.surname(),
                member.name(),
                member.patronymic(),
                member.shortName(),
                member.organisationId(),
                member.organisationName(),
                member.position(),
                member.speciality(),
                member.roles().stream().sorted().toList(),
                region);
    }
}
