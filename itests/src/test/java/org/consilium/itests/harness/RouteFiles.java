package org.consilium.itests.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Routes that a story drops into {@code etc/routes}: the bundled one for patients under another id. */
public final class RouteFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BUNDLED = Path.of(System.getProperty("consilium.root", ".."))
            .resolve("bundles/routes/general/src/main/resources/OSGI-INF/consilium/routes/patient.json");

    private RouteFiles() {}

    /** Puts a route there, or a new version in place of the one with the same id. */
    public static void put(Distribution distribution, String id, String version, String title, int visitMinutes) {
        try {
            ObjectNode route = (ObjectNode) JSON.readTree(BUNDLED.toFile());
            route.remove("$schema");
            route.remove("notice");
            route.put("id", id).put("version", version).put("visitMinutes", visitMinutes);
            route.putObject("title").put("ru", title).put("en", title);
            Path file = file(distribution, id);
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling("." + id);
            JSON.writeValue(draft.toFile(), route);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void remove(Distribution distribution, String id) {
        try {
            Files.delete(file(distribution, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a doctor is offered this version, or with {@code null} none. */
    public static void await(Api doctor, String id, String version) {
        Distribution.await(
                "version " + version + " of the route " + id, Duration.ofSeconds(60), () -> offered(doctor, id)
                        .equals(Optional.ofNullable(version)));
    }

    private static Optional<String> offered(Api doctor, String id) {
        return StreamSupport.stream(doctor.get("/api/requests/routes").ok().spliterator(), false)
                .filter(route -> route.path("id").asText().equals(id))
                .map(route -> route.path("version").asText())
                .findFirst();
    }

    private static Path file(Distribution distribution, String id) {
        return distribution.home().resolve("etc/routes").resolve(id + ".json");
    }
}
