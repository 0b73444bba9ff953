package org.consilium.requests.provider.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.RouteDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

class RouteCatalogueTest {
    private final RouteCatalogue catalogue = new RouteCatalogue();

    @TempDir
    Path folder;

    @Test
    void theNewestVersionIsOfferedAndTheOlderOneComesBack() {
        catalogue.bring(1, List.of(version("1.9.0")));
        catalogue.bring(2, List.of(version("1.10.0")));
        catalogue.bring(3, List.of(version("1.2.0")));
        assertEquals("1.10.0", offered());
        catalogue.remove(2);
        assertEquals("1.9.0", offered());
        catalogue.bring(1, List.of(version("1.1.0")));
        assertEquals("1.2.0", offered());
        catalogue.remove(1);
        catalogue.remove(3);
        catalogue.remove(3);
        assertEquals(List.of(), catalogue.offered());
        assertTrue(catalogue.find("test.route").isEmpty());
        assertTrue(catalogue.find(null).isEmpty());
    }

    @Test
    void aFaultyFileOfABundleHarmsNoOther() throws Exception {
        RouteBundles bundles = new RouteBundles(noBundles(), catalogue);
        Bundle bundle =
                bundle("true", file("good.json", "first.route"), "{ \"id\": ", file("other.json", "second.route"));
        bundles.addingBundle(bundle, null);
        assertEquals(
                List.of("first.route", "second.route"),
                catalogue.offered().stream().map(RouteDescription::id).sorted().toList());
        bundles.removedBundle(bundle, null, bundle);
        assertEquals(List.of(), catalogue.offered());
        bundles.close();
    }

    @Test
    void onlyBundlesWithTheHeaderAreRead() throws Exception {
        RouteBundles bundles = new RouteBundles(noBundles(), catalogue);
        bundles.addingBundle(bundle(null, file("good.json", "first.route")), null);
        bundles.addingBundle(bundle("false", file("good.json", "first.route")), null);
        assertEquals(List.of(), catalogue.offered());
        bundles.addingBundle(bundle("true"), null);
        assertEquals(List.of(), catalogue.offered());
        bundles.close();
    }

    @Test
    void aJavaRouteThatHangsOrThrowsHarmsNoOther() throws Exception {
        RouteServices services = new RouteServices(catalogue, new RouteCalls());
        CountDownLatch never = new CountDownLatch(1);
        services.arrived(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return version("1.0.0");
                },
                id(1));
        services.arrived(
                () -> {
                    throw new IllegalStateException("a vendor's fault");
                },
                id(2));
        services.arrived(() -> null, id(3));
        services.arrived(() -> version("one"), id(4));
        ConsultationRoute good = () -> version("2.0.0");
        services.arrived(good, id(5));
        for (int i = 0; i < 200 && catalogue.offered().isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertEquals("2.0.0", offered());
        services.left(good, id(5));
        assertEquals(List.of(), catalogue.offered());
        services.close();
    }

    private static Map<String, Object> id(long id) {
        return Map.of(Constants.SERVICE_ID, id);
    }

    private String offered() {
        assertEquals(1, catalogue.offered().size());
        return catalogue.find("test.route").orElseThrow().version();
    }

    private static RouteDescription version(String version) {
        return TestRoutes.route(
                "test.route", version, "Проба", RouteDescription.Audience.PATIENT, RouteDescription.Consultants.REGION);
    }

    private static String file(String name, String id) {
        return """
            {"id": "%s", "version": "1.0.0", "title": {"ru": "Проба", "en": "Test"}, "audience": "PATIENT", "visitMinutes": 20,
             "profiles": [{"code": "97", "title": {"ru": "Т", "en": "T"}}],
             "reasons": [{"code": "other", "title": {"ru": "Д", "en": "O"}, "textRequired": true}]}
            """
                .formatted(id);
    }

    private Bundle bundle(String header, String... files) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            urls.add(Files.writeString(folder.resolve(i + ".json"), files[i])
                    .toUri()
                    .toURL());
        }
        Dictionary<String, String> headers = new Hashtable<>();
        if (header != null) {
            headers.put("Consilium-Routes", header);
        }
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getHeaders" -> headers;
                    case "getBundleId" -> 7L;
                    case "getSymbolicName" -> "test.bundle";
                    case "findEntries" -> urls.isEmpty() ? null : Collections.enumeration(urls);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static BundleContext noBundles() {
        return (BundleContext) Proxy.newProxyInstance(
                RouteCatalogueTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, args) -> method.getName().equals("getBundles") ? new Bundle[0] : null);
    }
}
