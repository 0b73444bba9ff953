package org.consilium.platform.health;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts durations in fixed steps, from five milliseconds to ten seconds. Thread-safe; adding takes no lock. */
public final class Durations {
    private static final double[] STEPS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final LongAdder[] counts = new LongAdder[STEPS.length + 1];
    private final LongAdder nanos = new LongAdder();

    public Durations() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    public void add(long durationNanos) {
        double seconds = seconds(durationNanos);
        int step = 0;
        while (step < STEPS.length && seconds > STEPS[step]) {
            step++;
        }
        counts[step].increment();
        nanos.add(durationNanos);
    }

    /** How many there are between the steps, the last one above all of them. */
    public long[] counts() {
        long[] now = new long[counts.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = counts[i].sum();
        }
        return now;
    }

    /** The upper bounds in seconds of all counts but the last. */
    public static double[] steps() {
        return STEPS.clone();
    }

    /** All durations together. */
    public double sumSeconds() {
        return seconds(nanos.sum());
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
