package org.consilium.requests.provider.catalogue;

/**
 * A route that is not offered because it is faulty.
 *
 * @param place which file of which bundle or folder, or which class
 * @param cause what is wrong, with its place within the route
 */
public record RefusedRoute(String place, String cause) {}
