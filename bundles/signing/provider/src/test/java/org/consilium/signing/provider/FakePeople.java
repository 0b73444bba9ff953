package org.consilium.signing.provider;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffIdentifiers;
import org.consilium.identity.api.StaffMember;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;

/** Staff and consents in memory. */
final class FakePeople implements StaffDirectory, StaffIdentifiers, VisitLinks {
    final Map<UUID, String> snils = new HashMap<>();
    final Set<UUID> consented = new HashSet<>();

    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.of(new StaffMember(
                id,
                "Щербаков",
                "Пётр",
                "Ильич",
                UUID.randomUUID(),
                "Областная больница",
                "врач",
                "Терапия",
                Set.of(),
                Set.of(Caller.DOCTOR),
                true));
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
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

    @Override
    public Optional<String> snils(UUID accountId) {
        return Optional.ofNullable(snils.get(accountId));
    }

    @Override
    public void setSnils(Caller caller, UUID accountId, String digits) {
        snils.put(accountId, digits);
    }

    @Override
    public IssuedLink issue(Caller caller, UUID requestId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revokeAll(Caller caller, UUID requestId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkStatus status(Caller caller, UUID requestId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean consented(UUID requestId) {
        return consented.contains(requestId);
    }

    @Override
    public List<UUID> linksOf(UUID requestId) {
        throw new UnsupportedOperationException();
    }
}
