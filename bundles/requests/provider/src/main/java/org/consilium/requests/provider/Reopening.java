package org.consilium.requests.provider;

/**
 * Goes on with an executed request.
 *
 * @param text why, obligatory
 * @param version of the request that was looked at
 */
public record Reopening(String text, long version) {}
