package org.consilium.platform.security;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Told, as an OSGi service, about sessions that ended, after the transaction; the live channel closes their sockets. */
@ConsumerType
public interface SessionEnded {
    /**
     * @param callerId the account or the patient's link
     * @param tokenHash lower-case hex SHA-256 of the one session's token, {@code null} when all of the caller's sessions ended
     */
    void ended(UUID callerId, String tokenHash);
}
