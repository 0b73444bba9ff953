package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Attempts;

/** Lets everybody through who was not exhausted by a test. */
final class FakeAttempts implements Attempts {
    final Set<String> exhausted = ConcurrentHashMap.newKeySet();

    @Override
    public void take(String purpose, String key, int limit, Duration period) {
        if (exhausted.contains(key)) {
            throw new ConsiliumException(
                    ConsiliumException.Status.TOO_MANY, "platform.too-many-attempts", purpose + " " + limit);
        }
    }

    @Override
    public void forget(String purpose, String key) {
        exhausted.remove(key);
    }
}
