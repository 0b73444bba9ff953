package org.consilium.requests.provider;

import java.time.Instant;

/**
 * Chooses another time for the visit.
 *
 * @param start a free slot of the consultant
 * @param text why, obligatory
 * @param version of the request that was looked at
 */
public record Move(Instant start, String text, long version) {}
