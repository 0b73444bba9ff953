package org.consilium.scheduling.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;

/** A directory in memory. */
final class FakeStaff implements StaffDirectory {
    final Map<UUID, StaffMember> members = new ConcurrentHashMap<>();

    void add(Caller caller) {
        String[] parts = caller.name().split(" ");
        members.put(caller.id(), member(caller, parts[0], true));
    }

    void dismiss(Caller caller) {
        members.put(caller.id(), member(caller, members.get(caller.id()).surname(), false));
    }

    void rename(Caller caller, String surname) {
        members.put(caller.id(), member(caller, surname, true));
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.ofNullable(members.get(id));
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        return ids.stream()
                .filter(members::containsKey)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), members::get));
    }

    @Override
    public List<StaffMember> consultants(Set<UUID> organisations, String profile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StaffMember> coordinators(Set<UUID> organisations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<StaffMember> search(Caller caller, String query, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    private static StaffMember member(Caller caller, String surname, boolean active) {
        return new StaffMember(
                caller.id(),
                surname,
                "Пётр",
                "Ильич",
                caller.organisationId(),
                "Организация",
                "врач",
                "терапия",
                Set.of(),
                caller.roles(),
                active);
    }
}
