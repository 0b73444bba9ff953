package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * Gives a request to another consultant.
 *
 * @param start of the visit with him: the present time or another free one of his; {@code null} when the request has no visit
 * @param text why, obligatory
 * @param version of the request that was looked at
 */
public record HandOver(UUID consultantId, Instant start, String text, long version) {}
