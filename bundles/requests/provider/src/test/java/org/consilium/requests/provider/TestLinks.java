package org.consilium.requests.provider;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;

/** Knows which patients gave their consent. */
final class TestLinks implements VisitLinks {
    final Set<UUID> consented = ConcurrentHashMap.newKeySet();

    @Override
    public boolean consented(UUID requestId) {
        return consented.contains(requestId);
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
