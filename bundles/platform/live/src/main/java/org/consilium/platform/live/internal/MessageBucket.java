package org.consilium.platform.live.internal;

import java.util.concurrent.TimeUnit;

/** How much one socket may say. Used by one thread at a time. */
final class MessageBucket {
    private static final int BURST_SECONDS = 4;
    /** A message counts once, and once more for each of these. */
    private static final int CHARACTERS = 4096;

    private final double perSecond;
    private double left;
    private long filled = System.nanoTime();

    MessageBucket(int perSecond) {
        this.perSecond = perSecond;
        left = (double) perSecond * BURST_SECONDS;
    }

    boolean take(int length, long now) {
        double seconds = Math.max(0, now - filled) / (double) TimeUnit.SECONDS.toNanos(1);
        left = Math.min(perSecond * BURST_SECONDS, left + seconds * perSecond);
        filled = now;
        left -= 1 + length / CHARACTERS;
        return left >= 0;
    }
}
