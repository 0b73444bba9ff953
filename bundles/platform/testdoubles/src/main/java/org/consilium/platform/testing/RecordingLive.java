package org.consilium.platform.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;

/** Keeps the hints that were sent. */
public final class RecordingLive implements Live {
    /** A hint and whom it went to; {@code toPatientsOf} is set for the patient's side of a request, {@code toSocket} for one tab. */
    public record Sent(Set<UUID> audience, UUID toPatientsOf, UUID toSocket, Hint hint) {
        public Sent(Set<UUID> audience, UUID toPatientsOf, Hint hint) {
            this(audience, toPatientsOf, null, hint);
        }
    }

    public final List<Sent> sent = new CopyOnWriteArrayList<>();

    @Override
    public void send(Collection<UUID> audience, Hint hint) {
        sent.add(new Sent(Set.copyOf(audience), null, hint));
    }

    @Override
    public void sendToPatients(UUID requestId, Hint hint) {
        sent.add(new Sent(Set.of(), requestId, hint));
    }

    @Override
    public void sendToSocket(UUID socketId, Hint hint) {
        sent.add(new Sent(Set.of(), null, socketId, hint));
    }
}
