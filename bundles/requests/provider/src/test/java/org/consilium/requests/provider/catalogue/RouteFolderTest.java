package org.consilium.requests.provider.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFolderTest {
    @TempDir
    Path folder;

    private final RouteCatalogue catalogue = new RouteCatalogue();
    private int written;

    @Test
    void aFileIsTakenUpChangedAndForgotten() throws Exception {
        RouteFolder routes = new RouteFolder(catalogue, folder);
        routes.scan();
        assertEquals(List.of(), catalogue.offered());

        write("a.json", route("1.0.0"));
        routes.scan();
        assertEquals("1.0.0", offered());

        write("a.json", route("1.1.0"));
        routes.scan();
        assertEquals("1.1.0", offered());

        Files.delete(folder.resolve("a.json"));
        routes.scan();
        assertEquals(List.of(), catalogue.offered());
    }

    @Test
    void aFaultyFileIsToldWithPlaceAndCauseAndHarmsNoOther() throws Exception {
        RouteFolder routes = new RouteFolder(catalogue, folder);
        write("good.json", route("1.0.0"));
        write("faulty.json", route("1.0.0").replace("\"PATIENT\"", "\"NURSE\""));
        write("torn.json", "{ \"id\": ");
        write("readme.txt", "no route");
        routes.scan();
        assertEquals("1.0.0", offered());
        List<RefusedRoute> refused = catalogue.refused();
        assertEquals(
                List.of("etc/routes/faulty.json", "etc/routes/torn.json:1:9"),
                refused.stream().map(RefusedRoute::place).sorted().toList());
        assertTrue(refused.stream().anyMatch(each -> each.cause().startsWith("audience: ")), refused::toString);

        write("faulty.json", route("1.2.0"));
        routes.scan();
        assertEquals("1.2.0", offered());
        assertEquals(1, catalogue.refused().size());
    }

    @Test
    void aFileThatBecomesFaultyIsNotOfferedAnyMore() throws Exception {
        RouteFolder routes = new RouteFolder(catalogue, folder);
        write("a.json", route("1.0.0"));
        routes.scan();
        write("a.json", "{}");
        routes.scan();
        assertEquals(List.of(), catalogue.offered());
    }

    private String offered() {
        return catalogue.find("clinic.route").orElseThrow().version();
    }

    /** Each time at another second: a clock that stands still must not hide a change. */
    private void write(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000 + ++written)));
    }

    private static String route(String version) {
        return """
            {"id": "clinic.route", "version": "%s", "title": {"ru": "Проба", "en": "Test"}, "audience": "PATIENT", "visitMinutes": 20,
             "profiles": [{"code": "97", "title": {"ru": "Т", "en": "T"}}],
             "reasons": [{"code": "other", "title": {"ru": "Д", "en": "O"}, "textRequired": true}]}
            """
                .formatted(version);
    }
}
