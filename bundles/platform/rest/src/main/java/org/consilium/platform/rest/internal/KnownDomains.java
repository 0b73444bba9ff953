package org.consilium.platform.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.consilium.platform.rest.RestResource;
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

    /** How many REST resources the domain's bundle declares as components: its endpoint is whole when so many have arrived. */
    int declaredResources(String domain) {
        Bundle bundle = bundles.get(domain);
        String components = bundle == null ? null : bundle.getHeaders("").get("Service-Component");
        if (components == null) {
            return 0;
        }
        int declared = 0;
        for (String path : components.split("\\s*,\\s*")) {
            URL description = bundle.getEntry(path.trim());
            if (description != null && read(description).contains('"' + RestResource.class.getName() + '"')) {
                declared++;
            }
        }
        return declared;
    }

    /** Domains that have something to answer. */
    Set<String> withResources() {
        return bundles.keySet().stream()
                .filter(domain -> declaredResources(domain) > 0)
                .collect(Collectors.toSet());
    }

    private static String read(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
