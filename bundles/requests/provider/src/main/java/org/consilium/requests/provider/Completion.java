package org.consilium.requests.provider;

/**
 * Finishes a request without a conclusion.
 *
 * @param reason code of one of the request's reasons
 * @param text obligatory where the reason says so
 * @param version of the request that was looked at
 */
public record Completion(String reason, String text, long version) {}
