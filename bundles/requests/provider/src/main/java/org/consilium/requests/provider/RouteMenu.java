package org.consilium.requests.provider;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.provider.catalogue.RouteCatalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The routes that a doctor may file a request on, with his favourites. */
@Component(service = RouteMenu.class)
public class RouteMenu {
    private static final Pattern ROUTE_ID = Pattern.compile("[a-z0-9.-]{1,100}");

    private final RouteCatalogue catalogue;
    private final RouteRepository repository;
    private final RouteUse use;

    @Activate
    public RouteMenu(
            @Reference RouteCatalogue catalogue, @Reference RouteRepository repository, @Reference RouteUse use) {
        this.catalogue = catalogue;
        this.repository = repository;
        this.use = use;
    }

    List<RouteRow> routes(Caller caller) {
        Roles.requireDoctor(caller);
        Set<String> favourites = repository.favourites(caller.id());
        return catalogue.offered().stream()
                .filter(use.open(caller))
                .map(route -> RouteRow.of(route, favourites.contains(route.id())))
                .toList();
    }

    void addFavourite(Caller caller, String routeId) {
        Roles.requireDoctor(caller);
        if (catalogue.find(routeId).filter(use.open(caller)).isEmpty()) {
            throw ConsiliumException.notFound("requests.unknown-route");
        }
        repository.addFavourite(caller.id(), routeId);
    }

    /** Also of a route that is no longer offered. */
    void removeFavourite(Caller caller, String routeId) {
        Roles.requireDoctor(caller);
        if (ROUTE_ID.matcher(routeId).matches()) {
            repository.removeFavourite(caller.id(), routeId);
        }
    }
}
