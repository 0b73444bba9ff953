package org.consilium.scheduling.provider;

import java.time.Instant;

/**
 * A time from and to.
 *
 * @param end exclusive
 */
public record CalendarSpan(Instant start, Instant end) {}
