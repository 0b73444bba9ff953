package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.consilium.scheduling.api.Slot;

/** A slot that a template offers, free or not. */
record Opening(Instant start, int minutes, int bufferMinutes) {
    /** Of two that begin together, the shorter one is offered. */
    static final Comparator<Opening> SHORTER_FIRST =
            Comparator.comparingInt(Opening::minutes).thenComparingInt(Opening::bufferMinutes);

    Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** When the doctor would be free again. */
    Instant freeAt() {
        return end().plus(Duration.ofMinutes(bufferMinutes));
    }

    Slot toSlot() {
        return new Slot(start, minutes);
    }
}
