package org.consilium.platform.security;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Slows down guessing and floods. Thread-safe; kept in memory of one node. */
@ProviderType
public interface Attempts {
    /**
     * Takes one attempt from the bucket of a key.
     *
     * @param purpose what is limited, for example {@code log-in}
     * @param key whose bucket, for example an account name or an address; never logged
     * @param limit how many attempts the bucket holds
     * @param period in which a whole bucket refills
     * @throws org.consilium.kernel.ConsiliumException 429 {@code platform.too-many-attempts} with member {@code retryAfter} in seconds
     */
    void take(String purpose, String key, int limit, Duration period);

    /**
     * Fills the bucket of a key again, for example after a success: whoever knows the password was not guessing.
     */
    void forget(String purpose, String key);
}
