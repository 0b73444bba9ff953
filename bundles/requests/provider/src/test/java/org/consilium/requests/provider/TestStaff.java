package org.consilium.requests.provider;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;

/** A staff directory in memory. */
final class TestStaff implements StaffDirectory {
    static final UUID CLINIC = Uuid7.next();
    static final UUID HOSPITAL = Uuid7.next();

    private final Map<UUID, StaffMember> members = new LinkedHashMap<>();

    StaffMember doctor(String surname, UUID organisation, String... profiles) {
        return member(surname, organisation, Set.of(Caller.DOCTOR), profiles);
    }

    StaffMember coordinator(String surname, UUID organisation, String... profiles) {
        return member(surname, organisation, Set.of(Caller.DOCTOR, Caller.COORDINATOR), profiles);
    }

    private StaffMember member(String surname, UUID organisation, Set<String> roles, String... profiles) {
        return add(new StaffMember(
                Uuid7.next(),
                surname,
                "Пётр",
                "Ильич",
                organisation,
                organisation.equals(CLINIC) ? "Поликлиника № 1" : "Больница № 2",
                "врач",
                "терапевт",
                Set.of(profiles),
                roles,
                true));
    }

    StaffMember add(StaffMember member) {
        members.put(member.id(), member);
        return member;
    }

    static Caller caller(StaffMember member) {
        return Caller.staff(member.id(), member.organisationId(), member.roles(), member.shortName());
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.ofNullable(members.get(id));
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        return ids.stream()
                .map(members::get)
                .filter(member -> member != null)
                .collect(Collectors.toMap(StaffMember::id, Function.identity()));
    }

    @Override
    public List<StaffMember> consultants(Set<UUID> organisations, String profile) {
        return members.values().stream()
                .filter(StaffMember::active)
                .filter(member -> member.roles().contains(Caller.DOCTOR))
                .filter(member -> organisations.isEmpty() || organisations.contains(member.organisationId()))
                .filter(member -> profile == null || member.profiles().contains(profile))
                .toList();
    }

    @Override
    public List<StaffMember> coordinators(Set<UUID> organisations) {
        return consultants(organisations, null).stream()
                .filter(member -> member.roles().contains(Caller.COORDINATOR))
                .toList();
    }

    @Override
    public Page<StaffMember> search(Caller caller, String query, String cursor, int limit) {
        return new Page<>(List.copyOf(members.values()), null);
    }
}
