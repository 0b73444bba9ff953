package org.consilium.requests.provider;

import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteUsers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which routes a doctor may file a request on: those that allow him, and whose steps are possible in this installation. */
@Component(service = RouteUse.class)
public class RouteUse {
    private final Neighbours neighbours;
    private final RouteDomains domains;

    @Activate
    public RouteUse(@Reference Neighbours neighbours, @Reference RouteDomains domains) {
        this.neighbours = neighbours;
        this.domains = domains;
    }

    Predicate<RouteDescription> open(Caller caller) {
        return route -> isAvailable(route) && allows(route.users(), caller);
    }

    /** Whether its steps are possible in this installation. */
    boolean isAvailable(RouteDescription route) {
        return DraftSteps.available(route, domains::missing);
    }

    DraftSteps steps(RouteDescription route) {
        return DraftSteps.of(route, domains::missing);
    }

    private boolean allows(RouteUsers users, Caller caller) {
        if (users == null) {
            return true;
        }
        boolean organisation = users.organisations().isEmpty()
                || caller.organisationId() != null && users.organisations().contains(caller.organisationId());
        return organisation
                && (users.profiles().isEmpty() || !Collections.disjoint(users.profiles(), profiles(caller)));
    }

    private Set<String> profiles(Caller caller) {
        return neighbours
                .staffIfPresent()
                .flatMap(staff -> staff.find(caller.id()))
                .map(StaffMember::profiles)
                .orElse(Set.of());
    }
}
