package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.consilium.routes.api.RouteDescription;

/** Reads a route that is a JSON file. Strict: what the schema does not know is a fault, so that a slip of the pen does not go unseen. */
final class RouteFile {
    private static final int MOST_BYTES = 1 << 20;

    /** @param place what to call the file when it is faulty */
    RouteDescription read(InputStream file, String place) throws FaultyRouteException {
        JsonNode tree;
        try {
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new FaultyRouteException(place, "larger than 1 MiB");
            }
            tree = RouteJson.parse(bytes);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String line = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new FaultyRouteException(place + line, e.getOriginalMessage());
        } catch (IOException e) {
            throw new FaultyRouteException(place, "cannot be read: " + e.getMessage());
        }
        if (tree == null || !tree.isObject()) {
            throw new FaultyRouteException(place, "is no JSON object");
        }
        refuse(place, RouteSchema.problems(tree));
        try {
            RouteDescription route = RouteCheck.withDefaults(RouteJson.route(tree));
            refuse(place, RouteCheck.problems(route));
            return route;
        } catch (JsonProcessingException e) {
            throw new FaultyRouteException(place, e.getOriginalMessage());
        }
    }

    private static void refuse(String place, List<String> problems) throws FaultyRouteException {
        if (!problems.isEmpty()) {
            throw new FaultyRouteException(place, String.join("; ", problems));
        }
    }
}
