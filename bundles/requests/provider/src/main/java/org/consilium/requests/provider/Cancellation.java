package org.consilium.requests.provider;

/**
 * Cancels a request.
 *
 * @param text the reason, obligatory
 * @param version of the request that was looked at
 */
public record Cancellation(String text, long version) {}
