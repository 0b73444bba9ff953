package org.consilium.requests.provider.catalogue;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Component;

/**
 * The routes that are offered for new requests: of each id the newest version that is there. Sources bring and take away their
 * routes at any time. Thread-safe; calls nobody while it holds its lock.
 */
@Component(service = RouteCatalogue.class)
public class RouteCatalogue {
    /** What a source brought, good and faulty. */
    private record Brought(String name, List<RouteDescription> routes, List<RefusedRoute> refused) {}

    private final Map<Object, Brought> bySource = new LinkedHashMap<>();
    private volatile Map<String, RouteDescription> offered = Map.of();

    /** All that are offered, by their Russian title. */
    public List<RouteDescription> offered() {
        Collator russian = Collator.getInstance(Locale.forLanguageTag("ru"));
        return offered.values().stream()
                .sorted((a, b) -> russian.compare(a.title().ru(), b.title().ru()))
                .toList();
    }

    /** The offered version of a route. */
    public Optional<RouteDescription> find(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(offered.get(id));
    }

    /** All good ones that are there, also older versions, by id. */
    public synchronized List<PresentRoute> present() {
        List<PresentRoute> present = new ArrayList<>();
        bySource.values().forEach(brought -> brought.routes()
                .forEach(route ->
                        present.add(new PresentRoute(route, brought.name(), route.equals(offered.get(route.id()))))));
        present.sort((a, b) -> a.route().id().compareTo(b.route().id()));
        return present;
    }

    /** The faulty ones. */
    public synchronized List<RefusedRoute> refused() {
        return bySource.values().stream()
                .flatMap(brought -> brought.refused().stream())
                .toList();
    }

    /** Takes the routes of a source over, in place of what it brought before. They have passed {@link RouteCheck}. */
    synchronized void bring(
            Object source, String name, Collection<RouteDescription> routes, List<RefusedRoute> refused) {
        bySource.put(source, new Brought(name, List.copyOf(routes), List.copyOf(refused)));
        refresh();
    }

    synchronized void bring(Object source, Collection<RouteDescription> routes) {
        bring(source, String.valueOf(source), routes, List.of());
    }

    /** Forgets the routes of a source. */
    synchronized void remove(Object source) {
        if (bySource.remove(source) != null) {
            refresh();
        }
    }

    private void refresh() {
        offered = bySource.values().stream()
                .flatMap(brought -> brought.routes().stream())
                .collect(Collectors.toMap(
                        RouteDescription::id, Function.identity(), RouteCatalogue::newer, HashMap::new));
    }

    private static RouteDescription newer(RouteDescription first, RouteDescription second) {
        return RouteVersion.parse(second.version()).compareTo(RouteVersion.parse(first.version())) > 0 ? second : first;
    }
}
