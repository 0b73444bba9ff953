package org.consilium.requests.provider.catalogue;

/** A route that is refused; the message says where and why. */
final class FaultyRouteException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient RefusedRoute refused;

    FaultyRouteException(String place, String cause) {
        super(place + ": " + cause);
        refused = new RefusedRoute(place, cause);
    }

    RefusedRoute refused() {
        return refused;
    }
}
