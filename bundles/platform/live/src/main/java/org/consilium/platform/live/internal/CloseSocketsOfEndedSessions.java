package org.consilium.platform.live.internal;

import java.util.UUID;
import org.consilium.platform.security.SessionEnded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Log-out, dismissal, a changed password and a revoked link reach open tabs at once. */
@Component(service = SessionEnded.class)
public class CloseSocketsOfEndedSessions implements SessionEnded {
    private final SocketHub hub;

    @Activate
    public CloseSocketsOfEndedSessions(@Reference SocketHub hub) {
        this.hub = hub;
    }

    @Override
    public void ended(UUID callerId, String tokenHash) {
        hub.closeSessions(callerId, tokenHash);
    }
}
