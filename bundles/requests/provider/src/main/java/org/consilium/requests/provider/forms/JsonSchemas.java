package org.consilium.requests.provider.forms;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Locale;

/** JSON Schema 2020-12 that fetches nothing: a schema that refers to anything but itself and the standard does not compile. */
public final class JsonSchemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.values(all -> {
                all.clear();
                all.add(iri -> {
                    throw new IllegalArgumentException("a schema fetches nothing: " + iri);
                });
            })));
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();

    private JsonSchemas() {}

    /** @throws RuntimeException when it is no schema */
    public static JsonSchema compile(String schema) {
        JsonSchema compiled = FACTORY.getSchema(schema, CONFIG);
        compiled.initializeValidators();
        return compiled;
    }

    /** Where: a JSON pointer without the leading slash, which includes the name of a member that is missing or too much. */
    public static String pointer(ValidationMessage found) {
        String place = found.getInstanceLocation().toString();
        String bare = place.startsWith("/") ? place.substring(1) : place;
        String property = found.getProperty();
        boolean names = property != null
                && (found.getType().equals("required") || found.getType().equals("additionalProperties"));
        return !names ? bare : bare.isEmpty() ? property : bare + "/" + property;
    }

    /** Why, without the place. */
    public static String cause(ValidationMessage found) {
        String message = found.getMessage();
        String place = found.getInstanceLocation() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
