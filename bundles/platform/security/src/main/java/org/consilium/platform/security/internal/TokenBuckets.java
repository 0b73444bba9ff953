package org.consilium.platform.security.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.ConsiliumException.Status;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * One token bucket for each purpose and key. When there are too many buckets the one that was not used for the longest time is
 * forgotten, which is most likely full again; to push out a victim's bucket would take as many attempts of others.
 */
@Component(service = Attempts.class)
public class TokenBuckets implements Attempts {
    private static final int MAX_BUCKETS = 100_000;

    private final Map<BucketKey, Bucket> buckets;
    private final LongSupplier nanos;

    @Activate
    public TokenBuckets() {
        this(MAX_BUCKETS, System::nanoTime);
    }

    TokenBuckets(int maxBuckets, LongSupplier nanos) {
        this.nanos = nanos;
        this.buckets = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<BucketKey, Bucket> eldest) {
                return size() > maxBuckets;
            }
        };
    }

    @Override
    public synchronized void take(String purpose, String key, int limit, Duration period) {
        long now = nanos.getAsLong();
        double perNano = (double) limit / period.toNanos();
        Bucket bucket = buckets.computeIfAbsent(new BucketKey(purpose, key), k -> new Bucket(limit, now));
        bucket.tokens = Math.min(limit, bucket.tokens + (now - bucket.filledAt) * perNano);
        bucket.filledAt = now;
        if (bucket.tokens < 1) {
            long seconds = (long) Math.ceil(
                    (1 - bucket.tokens) / perNano / Duration.ofSeconds(1).toNanos());
            throw new ConsiliumException(
                    Status.TOO_MANY,
                    "platform.too-many-attempts",
                    "too many attempts: " + purpose,
                    Map.of("retryAfter", Math.max(1, seconds)),
                    null);
        }
        bucket.tokens -= 1;
    }

    @Override
    public synchronized void forget(String purpose, String key) {
        buckets.remove(new BucketKey(purpose, key));
    }

    private record BucketKey(String purpose, String key) {}

    private static final class Bucket {
        private double tokens;
        private long filledAt;

        Bucket(double tokens, long filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }
    }
}
