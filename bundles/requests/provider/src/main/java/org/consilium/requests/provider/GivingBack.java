package org.consilium.requests.provider;

/**
 * Gives a request back to its filer.
 *
 * @param text what has to be mended, obligatory
 * @param version of the request that was looked at
 */
public record GivingBack(String text, long version) {}
