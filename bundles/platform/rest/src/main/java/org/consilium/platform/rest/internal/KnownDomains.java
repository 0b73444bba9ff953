package org.consilium.platform.rest.internal;

import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Domains whose bundle is installed, running or not, by the header {@code Consilium-Domain}. */
final class KnownDomains implements BundleTrackerCustomizer<String> {
    private static final String HEADER = "Consilium-Domain";
    private static final String OPENAPI = "OSGI-INF/openapi.json";

    private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();

    boolean contains(String domain) {
        return bundles.containsKey(domain);
    }

    /** Where each domain describes its resources, by domain. */
    Map<String, URL> descriptions() {
        Map<String, URL> found = new TreeMap<>();
        bundles.forEach((domain, bundle) -> {
            URL url = bundle.getEntry(OPENAPI);
            if (url != null) {
                found.put(domain, url);
            }
        });
        return found;
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        String domain = bundle.getHeaders("").get(HEADER);
        if (domain != null) {
            bundles.put(domain, bundle);
        }
        return domain;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String domain) {
        // an update keeps the domain
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String domain) {
        bundles.remove(domain, bundle);
    }
}
