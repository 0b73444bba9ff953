package org.consilium.requests.provider;

import java.time.Duration;
import java.time.Instant;

/** By when a request has to be done. */
final class Terms {
    /** Stands for no term at all, so that lists are sorted without gaps. */
    static final Instant NONE = Instant.parse("9999-12-31T00:00:00Z");

    private Terms() {}

    /** The end of the visit. @return {@link #NONE} without one */
    static Instant ofVisit(Instant start, int minutes) {
        return start == null ? NONE : start.plus(Duration.ofMinutes(minutes));
    }

    /** As it is shown. @return {@code null} for none */
    static Instant shown(Instant due) {
        return NONE.equals(due) ? null : due;
    }
}
