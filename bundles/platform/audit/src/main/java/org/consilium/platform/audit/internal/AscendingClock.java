package org.consilium.platform.audit.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants of which no two are equal and each is later than the one before, so that the acts of one transaction keep their order. */
final class AscendingClock {
    private final Clock clock;
    private Instant last = Instant.MIN;

    AscendingClock(Clock clock) {
        this.clock = clock;
    }

    /** Now, to the microsecond that both databases keep. */
    synchronized Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }
}
