package org.consilium.platform.audit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AscendingClockTest {
    @Test
    void neverTellsTheSameInstantTwice() {
        Instant now = Instant.parse("2026-11-22T09:00:00.123456789Z");
        AscendingClock clock = new AscendingClock(Clock.fixed(now, ZoneOffset.UTC));
        assertEquals(Instant.parse("2026-11-22T09:00:00.123456Z"), clock.next());
        assertEquals(Instant.parse("2026-11-22T09:00:00.123457Z"), clock.next());
    }
}
