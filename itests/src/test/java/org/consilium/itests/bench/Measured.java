package org.consilium.itests.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one round of work took. */
record Measured(long[] sortedNanos, Duration elapsed) {
    static Measured of(List<long[]> nanosByThread, Duration elapsed) {
        return new Measured(
                nanosByThread.stream().flatMapToLong(Arrays::stream).sorted().toArray(), elapsed);
    }

    int count() {
        return sortedNanos.length;
    }

    double perSecond() {
        return count() * 1e9 / elapsed.toNanos();
    }

    /** Milliseconds that the given share of all operations did not exceed. */
    double percentile(double share) {
        return sortedNanos[(int) Math.min(count() - 1L, Math.round(Math.floor(share * count())))] / 1e6;
    }

    /** Milliseconds of an amount of time for each operation. */
    double perOperation(Duration spent) {
        return spent.toNanos() / 1e6 / count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.0f/s, median %.1f ms, p99 %.1f ms", perSecond(), percentile(0.5), percentile(0.99));
    }

    /** The middle one of several figures. */
    static double median(double... figures) {
        double[] sorted = Arrays.stream(figures).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
