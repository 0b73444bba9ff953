package org.consilium.routes.api;

/**
 * What a route wants for one request. Each member that is {@code null} leaves to the description what it says.
 *
 * @param urgency one of those with a term in the description
 * @param termMinutes by when it has to be answered, from its submission, at least 1
 * @param stage id of the stage to begin with
 */
public record RoutePlan(Urgency urgency, Integer termMinutes, String stage) {
    /** All as the description says. */
    public static final RoutePlan AS_DESCRIBED = new RoutePlan(null, null, null);
}
