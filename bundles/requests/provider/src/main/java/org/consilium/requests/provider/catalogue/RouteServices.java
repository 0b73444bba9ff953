package org.consilium.requests.provider.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.RouteDescription;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the routes that are Java services. A vendor's code is asked once, when it arrives, on a thread of its own: one that hangs or
 * throws is not offered and keeps nobody waiting.
 */
@Component(
        service = {},
        immediate = true)
public class RouteServices {
    private static final Logger LOG = LoggerFactory.getLogger(RouteServices.class);

    private final RouteCatalogue catalogue;
    private final RouteCalls calls;
    private final Set<Long> present = ConcurrentHashMap.newKeySet();
    private final ExecutorService reading = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "consilium-route-reading");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public RouteServices(@Reference RouteCatalogue catalogue, @Reference RouteCalls calls) {
        this.catalogue = catalogue;
        this.calls = calls;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "left")
    void arrived(ConsultationRoute route, Map<String, Object> properties) {
        Long id = (Long) properties.get(Constants.SERVICE_ID);
        present.add(id);
        reading.execute(() -> read(id, route));
    }

    void left(ConsultationRoute route, Map<String, Object> properties) {
        Long id = (Long) properties.get(Constants.SERVICE_ID);
        synchronized (present) {
            present.remove(id);
            catalogue.remove(source(id));
            calls.left(source(id));
        }
    }

    @Deactivate
    void close() {
        reading.shutdownNow();
    }

    private void read(Long id, ConsultationRoute route) {
        String place = route.getClass().getName();
        try {
            RouteDescription description = route.describe();
            List<String> problems =
                    description == null ? List.of("describe() returned nothing") : RouteCheck.problems(description);
            if (problems.isEmpty()) {
                bring(id, route, RouteCheck.withDefaults(description));
            } else {
                refuse(id, place, String.join("; ", problems));
            }
        } catch (RuntimeException | LinkageError e) {
            // Whatever a vendor's code throws, the other routes stay.
            refuse(id, place, "failed to describe itself: " + e);
        }
    }

    private void bring(Long id, ConsultationRoute route, RouteDescription description) {
        synchronized (present) {
            if (present.contains(id)) {
                calls.arrived(source(id), route, description);
                catalogue.bring(source(id), route.getClass().getName(), List.of(description), List.of());
                LOG.info("route {} {} arrived", description.id(), description.version());
            }
        }
    }

    private void refuse(Long id, String place, String cause) {
        LOG.error("route refused: {}: {}", place, cause);
        synchronized (present) {
            if (present.contains(id)) {
                catalogue.bring(source(id), place, List.of(), List.of(new RefusedRoute(place, cause)));
            }
        }
    }

    private static Object source(Long serviceId) {
        return "service " + serviceId;
    }
}
