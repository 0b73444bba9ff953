package org.consilium.routes.api;

import java.util.Set;
import java.util.UUID;

/**
 * Who may file a request on the route. Each member that is not empty has to hold.
 *
 * @param organisations ids of medical organisations
 * @param profiles codes of profiles, one of which the doctor consults in himself
 */
public record RouteUsers(Set<UUID> organisations, Set<String> profiles) {
    public RouteUsers {
        organisations = RouteDescription.sorted(organisations);
        profiles = RouteDescription.sorted(profiles);
    }
}
