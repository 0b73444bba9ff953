package org.consilium.requests.provider;

/** How many active requests each list holds. */
public record Counters(long incoming, long outgoing, long all) {}
