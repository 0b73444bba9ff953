package org.consilium.requests.provider.catalogue;

import org.consilium.routes.api.RouteDescription;

/**
 * A route that a source brought.
 *
 * @param source where it comes from, for people: a bundle's name, a file's path, a class
 * @param newest whether no newer version of it is there
 */
public record PresentRoute(RouteDescription route, String source, boolean newest) {}
