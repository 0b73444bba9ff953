package org.consilium.platform.live;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes the messages of one type that pages send; found as an OSGi service. A message whose type nobody takes is ignored, also while the
 * bundle of its handler is being updated. The messages of one socket come one after the other, those of different sockets in parallel, so
 * implementations are thread-safe. They run on the socket's thread and keep what they do short.
 */
@ConsumerType
public interface LiveHandler {
    /** {@code <domain>.<what>}, for example {@code conferencing.signal}. Constant. */
    String type();

    /**
     * Handles one message. The caller has a session; what he may do is the handler's matter.
     *
     * @throws org.consilium.kernel.ConsiliumException the page gets {@code {"type": "live.refused"}} with the message's type and the code
     */
    void handle(Caller caller, LiveMessage message);

    /** A socket closed, whether or not a message came by it. Called on a thread that is not the socket's. */
    default void closed(Caller caller, UUID socketId) {}
}
