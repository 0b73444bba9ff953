package org.consilium.documents.provider;

import java.util.Collection;
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

/** Everybody is called Щербаков. */
final class FakeStaff implements StaffDirectory {
    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.of(new StaffMember(
                id,
                "Щербаков",
                "Пётр",
                "Ильич",
                UUID.randomUUID(),
                "ГБ № 1",
                "врач",
                "терапия",
                Set.of(),
                Set.of(),
                true));
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> find(id).orElseThrow()));
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
