package org.consilium.requests.provider;

import java.util.List;
import org.consilium.requests.provider.catalogue.RefusedRoute;

/** All routes that are there, good and faulty. */
public record RouteOverview(List<RouteLine> routes, List<RefusedRoute> refused) {}
