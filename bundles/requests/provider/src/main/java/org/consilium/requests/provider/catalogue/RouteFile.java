package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.consilium.routes.api.RouteDescription;

/** Reads a route that is a JSON file. Strict: what the schema does not know is a fault, so that a slip of the pen does not go unseen. */
final class RouteFile {
    private static final int MOST_BYTES = 1 << 20;

    // A type cache of its own: Jackson's shared one would keep the classes of this bundle after its update.
    private final JsonMapper json = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 100)))
            .addMixIn(RouteDescription.class, WithSchema.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** An editor's pointer to the schema is no part of the route. */
    @JsonIgnoreProperties("$schema")
    private interface WithSchema {}

    /** @param place what to call the file when it is faulty */
    RouteDescription read(InputStream file, String place) throws FaultyRouteException {
        RouteDescription route;
        try {
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new FaultyRouteException(place, "larger than 1 MiB");
            }
            route = json.readValue(bytes, RouteDescription.class);
        } catch (JsonProcessingException e) {
            throw new FaultyRouteException(place + position(e), e.getOriginalMessage());
        } catch (IOException e) {
            throw new FaultyRouteException(place, "cannot be read: " + e.getMessage());
        }
        if (route == null) {
            throw new FaultyRouteException(place, "is empty");
        }
        RouteDescription complete = withDefaults(route);
        List<String> problems = RouteCheck.problems(complete);
        if (!problems.isEmpty()) {
            throw new FaultyRouteException(place, String.join("; ", problems));
        }
        return complete;
    }

    private static RouteDescription withDefaults(RouteDescription route) {
        return route.consultants() != null
                ? route
                : new RouteDescription(
                        route.id(),
                        route.version(),
                        route.title(),
                        route.tab(),
                        route.audience(),
                        route.profiles(),
                        route.notice(),
                        RouteDescription.Consultants.OWN_ORGANISATION,
                        route.visitMinutes(),
                        route.reasons());
    }

    private static String position(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String line = location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return line;
        }
        StringBuilder path = new StringBuilder(" ");
        for (JsonMappingException.Reference step : mapping.getPath()) {
            path.append(path.length() > 1 ? "/" : "")
                    .append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return line + path;
    }
}
