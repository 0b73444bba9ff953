package org.consilium.requests.provider.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.consilium.routes.api.RouteDescription;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the routes that are JSON files of active bundles with the header {@code Consilium-Routes: true}. A faulty file is logged with its
 * place and its cause and left out; it harms no other.
 */
@Component(
        service = {},
        immediate = true)
public class RouteBundles implements BundleTrackerCustomizer<Bundle> {
    private static final Logger LOG = LoggerFactory.getLogger(RouteBundles.class);
    private static final String HEADER = "Consilium-Routes";
    private static final String FOLDER = "OSGI-INF/consilium/routes";

    private final RouteCatalogue catalogue;
    private final RouteFile files = new RouteFile();
    private final BundleTracker<Bundle> tracker;

    @Activate
    public RouteBundles(BundleContext context, @Reference RouteCatalogue catalogue) {
        this.catalogue = catalogue;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        if (!isRouteBundle(bundle)) {
            return null;
        }
        List<RefusedRoute> refused = new ArrayList<>();
        List<RouteDescription> routes = read(bundle, refused);
        catalogue.bring(bundle.getBundleId(), bundle.getSymbolicName(), routes, refused);
        LOG.info("{} brings {} routes", bundle.getSymbolicName(), routes.size());
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        // only its state changed; an update stops and starts it
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        catalogue.remove(bundle.getBundleId());
        LOG.info("{} took its routes away", bundle.getSymbolicName());
    }

    private static boolean isRouteBundle(Bundle bundle) {
        String header = bundle.getHeaders("").get(HEADER);
        return header != null && Boolean.parseBoolean(header.strip());
    }

    private List<RouteDescription> read(Bundle bundle, List<RefusedRoute> refused) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.json", true);
        List<RouteDescription> routes = new ArrayList<>();
        for (URL file : found == null ? List.<URL>of() : Collections.list(found)) {
            String place = bundle.getSymbolicName() + file.getPath();
            try (InputStream in = file.openStream()) {
                routes.add(files.read(in, place));
            } catch (FaultyRouteException e) {
                refused.add(e.refused());
                LOG.error("route refused: {}", e.getMessage());
            } catch (IOException e) {
                refused.add(new RefusedRoute(place, "cannot be read"));
                LOG.error("route refused: {} cannot be read", place, e);
            }
        }
        return routes;
    }
}
