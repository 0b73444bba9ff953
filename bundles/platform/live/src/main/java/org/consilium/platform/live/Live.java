package org.consilium.platform.live;

import java.util.Collection;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Sends hints to the open browser tabs of staff and patients, at {@code /live}. Thread-safe, never blocks. What tabs say goes to {@link LiveHandler}s. */
@ProviderType
public interface Live {
    /**
     * Sends a hint after the current transaction committed, or at once when there is none. Nothing is kept: who is not connected asks by REST
     * when it connects again.
     *
     * @param audience ids of callers: accounts of staff and links of patients
     */
    void send(Collection<UUID> audience, Hint hint);

    /** Sends a hint to all tabs of the patient's side of one request, whichever link they were opened by. */
    void sendToPatients(UUID requestId, Hint hint);

    /**
     * Sends a hint to one tab, with the same rules. Nothing happens when the socket is gone.
     *
     * @param socketId as {@link LiveMessage#socketId()}
     */
    void sendToSocket(UUID socketId, Hint hint);
}
