package org.consilium.requests.provider;

/**
 * A route's file that is to be looked at.
 *
 * @param name what to call it, {@code null} for none
 * @param content its text
 */
public record RouteText(String name, String content) {}
