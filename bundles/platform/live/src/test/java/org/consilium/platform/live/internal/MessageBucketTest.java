package org.consilium.platform.live.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageBucketTest {
    @Test
    void aLongMessageCountsForSeveralAndTimeFillsTheBucket() {
        MessageBucket bucket = new MessageBucket(10);
        long now = System.nanoTime();
        assertTrue(bucket.take(100_000, now), "25 of 40");
        assertFalse(bucket.take(100_000, now), "50 of 40");
        assertTrue(bucket.take(0, now + TimeUnit.SECONDS.toNanos(10)), "full again");
    }
}
