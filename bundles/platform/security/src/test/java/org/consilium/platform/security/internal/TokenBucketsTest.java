package org.consilium.platform.security.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.consilium.kernel.ConsiliumException;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final TokenBuckets buckets = new TokenBuckets(3, nanos::get);

    @Test
    void refusesWhenEmptyAndSaysWhenToComeBack() {
        take("a", 3);
        ConsiliumException refusal = assertThrows(ConsiliumException.class, () -> take("a", 1));
        assertEquals("platform.too-many-attempts", refusal.code());
        assertEquals(429, refusal.status().http());
        assertEquals(20L, refusal.members().get("retryAfter"));
        assertFalse(refusal.getMessage().contains("a1"));
    }

    @Test
    void refillsEvenlyAndNotBeyondItsSize() {
        take("a", 3);
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        take("a", 1);
        assertThrows(ConsiliumException.class, () -> take("a", 1));
        nanos.addAndGet(Duration.ofHours(5).toNanos());
        take("a", 3);
        assertThrows(ConsiliumException.class, () -> take("a", 1));
    }

    @Test
    void keysAndPurposesAreApart() {
        take("a", 3);
        assertDoesNotThrow(() -> take("b", 3));
        assertDoesNotThrow(() -> buckets.take("other", "a", 3, MINUTE));
    }

    @Test
    void aSuccessFillsTheBucketAgain() {
        take("a", 3);
        take("b", 3);
        buckets.forget("test", "a");
        buckets.forget("test", "unknown");
        take("a", 3);
        assertThrows(ConsiliumException.class, () -> take("b", 1));
    }

    @Test
    void forgetsTheLeastRecentlyUsed() {
        take("a", 3);
        take("b", 1);
        take("c", 1);
        assertThrows(ConsiliumException.class, () -> take("a", 1));
        take("d", 1); // b goes, a was used last
        assertThrows(ConsiliumException.class, () -> take("a", 1));
        take("b", 3);
    }

    @Test
    void parallelAttemptsTakeNoMoreThanThereIs() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 200; i++) {
            threads.submit(() -> {
                buckets.take("p", "k", 50, MINUTE);
                return taken.incrementAndGet();
            });
        }
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        assertEquals(50, taken.get());
    }

    private void take(String key, int times) {
        for (int i = 0; i < times; i++) {
            buckets.take("test", key, 3, MINUTE);
        }
    }
}
