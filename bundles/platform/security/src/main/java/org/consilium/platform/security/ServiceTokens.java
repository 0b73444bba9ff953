package org.consilium.platform.security;

import java.util.Optional;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows the tokens by which other systems come in. Found as a service; while there is none, calls with a token are answered 503
 * {@code platform.domain-away}. Thread-safe.
 */
@ConsumerType
public interface ServiceTokens {
    /**
     * Whose token it is, while it is neither over nor revoked; counts as use.
     *
     * @throws org.consilium.kernel.ConsiliumException 429 {@code platform.too-many-attempts}
     */
    Optional<Caller> find(String token);
}
