package org.consilium.requests.provider.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kernel.FieldProblem;

/**
 * Checks answers against the schema of their form, with the same outcome as in the browser: members that hold nothing are missing.
 * A problem's code is the keyword that is not kept; no answer is repeated in it. Thread-safe; schemas are compiled once.
 */
public final class FormAnswers {
    /** They only say that something below them is wrong. */
    private static final Set<String> APPLICATORS =
            Set.of("if", "allOf", "anyOf", "oneOf", "properties", "items", "$ref");

    private static final int MOST_SCHEMAS = 1000;
    private static final int MOST_PROBLEMS = 50;

    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** @param answers a JSON object */
    public List<FieldProblem> problems(String schema, JsonNode answers) {
        List<ValidationMessage> found = new ArrayList<>(schema(schema).validate(filled(answers.deepCopy())));
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        for (ValidationMessage message : found) {
            if (!APPLICATORS.contains(message.getType())
                    || message.getType().equals("oneOf")
                    || message.getType().equals("anyOf")) {
                String field = JsonSchemas.pointer(message);
                problems.putIfAbsent(field, new FieldProblem(field, message.getType()));
            }
        }
        return problems.values().stream().limit(MOST_PROBLEMS).toList();
    }

    public boolean satisfies(String schema, JsonNode answers) {
        return schema(schema).validate(filled(answers.deepCopy())).isEmpty();
    }

    private JsonSchema schema(String schema) {
        if (compiled.size() > MOST_SCHEMAS) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(schema, JsonSchemas::compile);
    }

    private static JsonNode filled(JsonNode node) {
        if (node.isObject()) {
            for (Iterator<JsonNode> members = node.elements(); members.hasNext(); ) {
                JsonNode member = members.next();
                if (member.isNull() || member.isTextual() && member.asText().isBlank()) {
                    members.remove();
                } else {
                    filled(member);
                }
            }
        }
        return node;
    }
}
