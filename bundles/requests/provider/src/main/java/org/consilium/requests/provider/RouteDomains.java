package org.consilium.requests.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.routes.api.RouteStep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which domains the steps of a route need are not installed here. One that is away for a moment is being updated; one that stays away
 * longer than {@link #UPDATE} is not there.
 */
@Component(service = RouteDomains.class)
public class RouteDomains {
    static final Duration UPDATE = Duration.ofSeconds(45);

    private final Neighbours neighbours;
    private final RequestSettings settings;
    private final Map<RouteStep.Kind, Instant> awaySince = new ConcurrentHashMap<>();

    @Activate
    public RouteDomains(@Reference Neighbours neighbours, @Reference RequestSettings settings) {
        this.neighbours = neighbours;
        this.settings = settings;
    }

    boolean missing(RouteStep.Kind kind) {
        if (isPresent(kind)) {
            awaySince.remove(kind);
            return false;
        }
        Instant now = settings.now();
        return awaySince.computeIfAbsent(kind, first -> now).plus(UPDATE).compareTo(now) <= 0;
    }

    private boolean isPresent(RouteStep.Kind kind) {
        return switch (kind) {
            case PERSON -> neighbours.registry != null;
            case CONSULTANT -> neighbours.staff != null;
            case SLOT -> neighbours.visits != null;
            case DOCUMENTS -> neighbours.documents != null;
            case PROFILE, REPRESENTED, FORM, CONTACT -> true;
        };
    }
}
