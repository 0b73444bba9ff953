package org.consilium.registry.provider;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Attempts;

/** Buckets that never refill. */
final class CountingAttempts implements Attempts {
    private final Map<String, Integer> taken = new HashMap<>();

    @Override
    public synchronized void take(String purpose, String key, int limit, Duration period) {
        if (taken.merge(purpose + " " + key, 1, Integer::sum) > limit) {
            throw new ConsiliumException(
                    ConsiliumException.Status.TOO_MANY,
                    "platform.too-many-attempts",
                    "too many attempts",
                    Map.of("retryAfter", period.toSeconds()),
                    null);
        }
    }

    @Override
    public synchronized void forget(String purpose, String key) {
        taken.remove(purpose + " " + key);
    }
}
