package org.consilium.routes.api;

/**
 * By when a request of an urgency has to be answered.
 *
 * @param minutes counted from its submission, at least 1
 */
public record Term(Urgency urgency, int minutes) {}
