package org.consilium.conferencing.provider;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;

/** A directory in memory. */
final class FakeDirectory implements StaffDirectory {
    private final Map<UUID, StaffMember> members = new HashMap<>();

    void add(UUID id, String surname, String name, String patronymic) {
        members.put(
                id,
                new StaffMember(
                        id,
                        surname,
                        name,
                        patronymic,
                        UUID.randomUUID(),
                        "ЦРБ",
                        "врач",
                        "терапевт",
                        Set.of(),
                        Set.of(),
                        true));
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        Map<UUID, StaffMember> found = new HashMap<>(members);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.ofNullable(members.get(id));
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
}
