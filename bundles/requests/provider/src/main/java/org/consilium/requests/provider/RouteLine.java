package org.consilium.requests.provider;

import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteUsers;

/**
 * A good route that is there, for an operator.
 *
 * @param source where it comes from, for people
 * @param users who may file a request; {@code null} for every doctor
 */
public record RouteLine(
        String id,
        String version,
        LocalText title,
        State state,
        String source,
        RouteDescription.Audience audience,
        RouteUsers users) {
    /** What is done with it. */
    public enum State {
        OFFERED,
        /** A newer version is offered. */
        REPLACED,
        /** A domain that its steps need is not installed. */
        UNAVAILABLE
    }
}
