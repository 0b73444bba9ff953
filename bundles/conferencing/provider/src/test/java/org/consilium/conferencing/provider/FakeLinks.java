package org.consilium.conferencing.provider;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;

/** Knows the consents. */
final class FakeLinks implements VisitLinks {
    final Set<UUID> consents = ConcurrentHashMap.newKeySet();

    @Override
    public boolean consented(UUID requestId) {
        return consents.contains(requestId);
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
    public List<UUID> linksOf(UUID requestId) {
        throw new UnsupportedOperationException();
    }
}
