package org.consilium.requests.provider;

import java.util.Map;

/**
 * A request that was given back, mended.
 *
 * @param forms answers to the route's forms by their ids, all of them
 * @param comment as it is to be, {@code null} for none
 * @param text what was mended, {@code null} for nothing to say
 * @param version of the request that was looked at
 */
public record Resubmission(Map<String, Map<String, Object>> forms, String comment, String text, long version) {}
