package org.consilium.signing.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.kernel.FieldProblem;
import org.consilium.routes.api.RouteForm;

/** The form of a conclusion: JSON Schema and hints. Checks answers; what the browser said of them counts for nothing. */
final class ConclusionForm {
    private static final String TEMPLATE = "consilium:template";
    /** Asked when the route has none: what acceptance decision 5 lists. */
    private static final JsonNode BUNDLED = bundled();

    private static final SchemaValidatorsConfig CHECK_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode schema;
    private final JsonNode ui;

    private ConclusionForm(JsonNode schema, JsonNode ui) {
        this.schema = schema;
        this.ui = ui;
    }

    /** @param form of the route, {@code null} for none */
    static ConclusionForm of(RouteForm form) {
        return form == null
                ? new ConclusionForm(BUNDLED.get("schema"), BUNDLED.get("ui"))
                : new ConclusionForm(Json.tree(form.schema()), Json.tree(form.ui()));
    }

    JsonNode schema() {
        return schema;
    }

    JsonNode ui() {
        return ui;
    }

    Conclusion.Form toForm() {
        return new Conclusion.Form(Json.object(schema.toString()), Json.object(ui.toString()));
    }

    /** Which document is made of it. */
    Template template() {
        String named = ui.path(TEMPLATE).asText("");
        for (Template template : Template.values()) {
            if (template.name().equals(named)) {
                return template;
            }
        }
        return Template.REMOTE_CONSULTATION;
    }

    /** Members in the order in which people see them. */
    static List<String> order(JsonNode schema, JsonNode ui) {
        Set<String> names = new LinkedHashSet<>();
        ui.path("ui:order").forEach(name -> {
            if (schema.path("properties").has(name.asText())) {
                names.add(name.asText());
            }
        });
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /** Problems by JSON pointer, empty when the answers fit. */
    List<FieldProblem> problems(Map<String, Object> answers) {
        JsonNode given = Json.MAPPER.valueToTree(answers);
        JsonSchema check =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, CHECK_FORMATS);
        List<FieldProblem> problems = new ArrayList<>();
        for (ValidationMessage message : check.validate(given)) {
            problems.add(new FieldProblem(field(message), code(message)));
        }
        return problems;
    }

    /** Without empty texts, which are what a browser sends for a field that was emptied. */
    static Map<String, Object> pruned(Map<String, Object> answers) {
        Map<String, Object> kept = new LinkedHashMap<>();
        answers.forEach((name, value) -> {
            Object rest = pruned(value);
            if (rest != null) {
                kept.put(name, rest);
            }
        });
        return kept;
    }

    private static Object pruned(Object value) {
        if (value instanceof String text) {
            String clean = text.replace("\u0000", "").strip();
            return clean.isEmpty() ? null : clean;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((name, member) -> object.put(String.valueOf(name), member));
            Map<String, Object> kept = pruned(object);
            return kept.isEmpty() ? null : kept;
        }
        return value;
    }

    private static String field(ValidationMessage message) {
        StringBuilder field = new StringBuilder();
        Iterator<?> path = elements(message);
        while (path.hasNext()) {
            field.append(field.isEmpty() ? "" : "/").append(path.next());
        }
        if (message.getProperty() != null) {
            field.append(field.isEmpty() ? "" : "/").append(message.getProperty());
        }
        return field.toString();
    }

    private static Iterator<?> elements(ValidationMessage message) {
        List<Object> elements = new ArrayList<>();
        var location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            elements.add(location.getElement(i));
        }
        return elements.iterator();
    }

    private static String code(ValidationMessage message) {
        return switch (message.getType()) {
            case "required", "dependentRequired", "minItems" -> "required";
            case "type" -> "type";
            case "maxLength", "maxItems" -> "too-long";
            case "minLength" -> "too-short";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> "range";
            case "enum", "const", "oneOf", "anyOf", "additionalProperties", "unevaluatedProperties" -> "unknown";
            default -> "format";
        };
    }

    private static JsonNode bundled() {
        try (InputStream in = ConclusionForm.class.getResourceAsStream("/form/conclusion.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
