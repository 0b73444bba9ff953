package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consilium.requests.provider.forms.JsonSchemas;
import org.consilium.routes.api.ConsultationRoute;

/** What {@code route.schema.json} says about a description; editors say the same. */
final class RouteSchema {
    private static final int MOST = 20;
    private static final JsonSchema SCHEMA = read();

    private RouteSchema() {}

    /** «place: cause» each; the place is a JSON pointer without the leading slash. */
    static List<String> problems(JsonNode route) {
        return SCHEMA.validate(route).stream()
                .map(RouteSchema::say)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String say(ValidationMessage found) {
        String place = JsonSchemas.pointer(found);
        String cause = JsonSchemas.cause(found);
        return place.isEmpty() ? cause : place + ": " + cause;
    }

    private static JsonSchema read() {
        try (InputStream in = ConsultationRoute.class.getResourceAsStream("route.schema.json")) {
            return JsonSchemas.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
