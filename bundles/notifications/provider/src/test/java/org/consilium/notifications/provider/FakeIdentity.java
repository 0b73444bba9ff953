package org.consilium.notifications.provider;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;

/** Links with numbered tokens, and a doctor by the name of Щербаков. */
final class FakeIdentity implements VisitLinks, StaffDirectory {
    final List<UUID> issued = new CopyOnWriteArrayList<>();
    volatile LinkStatus.State state = LinkStatus.State.ACTIVE;

    @Override
    public IssuedLink issue(Caller caller, UUID requestId) {
        if (!caller.isSystem()) {
            throw new AssertionError("only the system mails links");
        }
        issued.add(requestId);
        return new IssuedLink(UUID.randomUUID(), URI.create("https://example.org/visit#token" + issued.size()), null);
    }

    @Override
    public LinkStatus status(Caller caller, UUID requestId) {
        return new LinkStatus(state, Instant.EPOCH, null, 0, null);
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.of(new StaffMember(
                id,
                "Щербаков",
                "Пётр",
                "Ильич",
                UUID.randomUUID(),
                "Городская больница № 1",
                "врач-онколог",
                "онкология",
                Set.of(),
                Set.of(),
                true));
    }

    @Override
    public void revokeAll(Caller caller, UUID requestId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean consented(UUID requestId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<UUID> linksOf(UUID requestId) {
        throw new UnsupportedOperationException();
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
}
