package org.consilium.identity.provider;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Attempts;

/** Attempts that never refill. */
final class CountedAttempts implements Attempts {
    final Map<String, Integer> taken = new ConcurrentHashMap<>();

    @Override
    public void take(String purpose, String key, int limit, Duration period) {
        if (taken.merge(purpose + ":" + key, 1, Integer::sum) > limit) {
            throw new ConsiliumException(
                    ConsiliumException.Status.TOO_MANY,
                    "platform.too-many-attempts",
                    purpose,
                    Map.of("retryAfter", 60L),
                    null);
        }
    }

    @Override
    public void forget(String purpose, String key) {
        taken.remove(purpose + ":" + key);
    }
}
