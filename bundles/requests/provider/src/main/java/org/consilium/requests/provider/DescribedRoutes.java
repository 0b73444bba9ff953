package org.consilium.requests.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.platform.persistence.SearchWords;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The routes that drafts and requests were filed with, each exactly as it was then, whatever becomes of its bundle. A row is found by
 * the hash of its description and never changes, so that it can be kept in memory for good; there are few.
 */
@Component(service = DescribedRoutes.class)
public class DescribedRoutes {
    private final RouteRepository repository;
    private final RequestSettings settings;
    private final Map<String, RouteDescription> known = new ConcurrentHashMap<>();

    @Activate
    public DescribedRoutes(@Reference RouteRepository repository, @Reference RequestSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** Stores a route at its first use. Call it outside of a transaction. @return its key */
    String keep(RouteDescription route) {
        String json = StoredJson.write(route);
        String key = sha256(json);
        if (!known.containsKey(key)) {
            DescribedRouteEntity row = new DescribedRouteEntity();
            row.key = key;
            row.routeId = route.id();
            row.routeVersion = route.version();
            row.description = json;
            row.storedAt = settings.now();
            repository.addIfAbsent(
                    row, SearchWords.of(route.title().ru(), route.title().en()));
            known.put(key, route);
        }
        return key;
    }

    RouteDescription get(String key) {
        RouteDescription route = known.get(key);
        if (route == null) {
            DescribedRouteEntity row =
                    repository.find(key).orElseThrow(() -> new IllegalStateException("no stored route " + key));
            route = StoredJson.read(row.description, RouteDescription.class);
            known.put(key, route);
        }
        return route;
    }

    /** For each prefix the routes that have a word in their title which begins with it. */
    Map<String, Set<String>> keysByPrefix(Collection<String> prefixes) {
        return repository.keysByPrefix(prefixes);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
