package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.RouteForm;

/**
 * Made-up answers to a form. Fields are filled by chance, always the same one, until the schema is satisfied: schemas of forms are small,
 * and those that no try satisfies are seldom answered by people either.
 */
final class SampleAnswers {
    private static final int TRIES = 400;
    private static final int DIFFERENT = 6;
    private static final int DEEPEST = 6;
    private static final List<String> WORDS = List.of(
            "Без особенностей",
            "2026-01-15",
            "12:30",
            "2026-01-15T12:30:00Z",
            "name@example.org",
            "1",
            "12",
            "1234567890",
            "J00",
            "A",
            "нет");

    private final FormAnswers checker = new FormAnswers();
    private final Random random = new Random(1);
    private final JsonNode root;

    private SampleAnswers(JsonNode root) {
        this.root = root;
    }

    /** Up to six that differ; empty when none was found. @throws IllegalArgumentException when the schema is no JSON */
    static List<JsonNode> of(RouteForm form) {
        try {
            return new SampleAnswers(RouteJson.parse(form.schema())).find(form.schema());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private List<JsonNode> find(String schema) {
        List<JsonNode> found = new ArrayList<>();
        for (int i = 0; i < TRIES && found.size() < DIFFERENT; i++) {
            JsonNode answers = value(root, 0);
            if (!found.contains(answers) && checker.satisfies(schema, answers)) {
                found.add(answers);
            }
        }
        return found;
    }

    private JsonNode value(JsonNode given, int depth) {
        JsonNode schema =
                given.has("$ref") ? root.at(given.path("$ref").asText().substring(1)) : given;
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("enum").size() > 0) {
            JsonNode values = schema.path("enum");
            return values.get(random.nextInt(values.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case "integer", "number" -> number(schema);
            case "null" -> JsonNodeFactory.instance.nullNode();
            default -> text(schema);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (depth > DEEPEST) {
            return object;
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields =
                        schema.path("properties").fields();
                fields.hasNext(); ) {
            var field = fields.next();
            if (required.contains(field.getKey()) || random.nextBoolean()) {
                object.set(field.getKey(), value(field.getValue(), depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(least + 2);
        int size = least + random.nextInt(Math.max(1, Math.min(most - least, 2) + 1));
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode number(JsonNode schema) {
        BigDecimal step = schema.has("multipleOf") ? schema.path("multipleOf").decimalValue() : BigDecimal.ONE;
        BigDecimal least = schema.has("exclusiveMinimum")
                ? schema.path("exclusiveMinimum").decimalValue().add(step)
                : schema.has("minimum") ? schema.path("minimum").decimalValue() : BigDecimal.ZERO;
        BigDecimal most = schema.has("exclusiveMaximum")
                ? schema.path("exclusiveMaximum").decimalValue().subtract(step)
                : schema.has("maximum")
                        ? schema.path("maximum").decimalValue()
                        : least.add(step.multiply(BigDecimal.TEN));
        BigDecimal[] steps = most.subtract(least).divideAndRemainder(step);
        int room = Math.max(0, steps[0].min(BigDecimal.valueOf(1000)).intValue());
        BigDecimal value = least.add(step.multiply(BigDecimal.valueOf(random.nextInt(room + 1))));
        return type(schema).equals("integer")
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }

    private JsonNode text(JsonNode schema) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String longEnough = word.length() >= least ? word : word + "а".repeat(least - word.length());
        return JsonNodeFactory.instance.textNode(longEnough.substring(0, Math.min(longEnough.length(), most)));
    }
}
