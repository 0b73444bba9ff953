package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.requests.provider.forms.JsonSchemas;
import org.consilium.routes.api.RouteForm;

/** What {@code route.schema.json} cannot say about a form: that its parts fit together, and that every field has a label. */
final class FormCheck {
    private final List<String> problems = new ArrayList<>();

    private FormCheck() {}

    static List<String> problems(String place, RouteForm form) {
        FormCheck check = new FormCheck();
        try {
            JsonNode schema = RouteJson.parse(form.schema());
            JsonNode ui = form.ui() == null ? JsonNodeFactory.instance.objectNode() : RouteJson.parse(form.ui());
            check.compiles(place + "/schema", schema);
            check.references(place + "/schema", schema, schema);
            check.fields(place, schema, ui);
        } catch (JsonProcessingException e) {
            check.problems.add(place + ": is no JSON");
        }
        return check.problems;
    }

    /** A condition on the answers to a form: it names none that the form does not ask. */
    static List<String> condition(String place, String when, RouteForm form) {
        FormCheck check = new FormCheck();
        try {
            JsonNode condition = RouteJson.parse(when);
            check.compiles(place, condition);
            check.needsAnAnswer(place, condition);
            Set<String> asked = form == null
                    ? Set.of()
                    : names(RouteJson.parse(form.schema()).path("properties"));
            check.known(place, condition, asked);
        } catch (JsonProcessingException e) {
            check.problems.add(place + ": is no JSON");
        }
        return check.problems;
    }

    /** What a form for a patient may not ask: objects, and codes that only doctors know. */
    static List<String> ofPatient(String place, RouteForm form) {
        FormCheck check = new FormCheck();
        try {
            JsonNode fields = RouteJson.parse(form.schema()).path("properties");
            JsonNode ui = form.ui() == null ? JsonNodeFactory.instance.objectNode() : RouteJson.parse(form.ui());
            for (String name : names(fields)) {
                JsonNode field = fields.path(name);
                if (isObject(field) || isObject(field.path("items"))) {
                    check.problems.add(place + "/schema/properties/" + name + ": no objects within the object");
                }
                if (ui.path(name).path("ui:widget").asText().equals("icd10")) {
                    check.problems.add(place + "/ui/" + name + "/ui:widget: icd10 is for doctors");
                }
            }
        } catch (JsonProcessingException e) {
            check.problems.add(place + ": is no JSON");
        }
        return check.problems;
    }

    private static boolean isObject(JsonNode field) {
        return field.has("properties") || field.path("type").asText().equals("object");
    }

    /** A condition that holds before anything was answered says nothing about an answer. */
    private void needsAnAnswer(String place, JsonNode condition) {
        if (problems.isEmpty()
                && JsonSchemas.compile(condition.toString())
                        .validate(JsonNodeFactory.instance.objectNode())
                        .isEmpty()) {
            problems.add(place + ": holds when nothing is answered; name the fields under required");
        }
    }

    private void compiles(String place, JsonNode schema) {
        try {
            JsonSchemas.compile(schema.toString());
        } catch (RuntimeException e) {
            problems.add(place + ": is no JSON Schema: " + e.getMessage());
        }
    }

    private void references(String place, JsonNode node, JsonNode root) {
        JsonNode reference = node.path("$ref");
        if (node.isObject()
                && reference.isTextual()
                && root.at(reference.asText().substring(1)).isMissingNode()) {
            problems.add(place + "/$ref: there is no " + reference.asText());
        }
        for (JsonNode each : node) {
            if (each.isContainerNode()) {
                references(place, each, root);
            }
        }
    }

    private void fields(String place, JsonNode schema, JsonNode ui) {
        Set<String> asked = names(schema.path("properties"));
        required(place + "/schema", schema, asked);
        for (String name : names(ui)) {
            if (!isHint(name) && !name.equals("items") && !asked.contains(name)) {
                problems.add(place + "/ui/" + name + ": there is no such field");
            }
        }
        for (JsonNode name : ui.path("consilium:treatment")) {
            if (!asked.contains(name.asText())) {
                problems.add(place + "/ui/consilium:treatment: there is no field " + name.asText());
            }
        }
        for (JsonNode name : ui.path("ui:order")) {
            if (!name.asText().equals("*") && !asked.contains(name.asText())) {
                problems.add(place + "/ui/ui:order: there is no field " + name.asText());
            }
        }
        for (String name : asked) {
            JsonNode field = schema.path("properties").path(name);
            JsonNode hints = ui.path(name);
            if (!hints.has("ui:title")) {
                problems.add(place + "/ui/" + name + "/ui:title: the field has no label");
            }
            labels(place + "/ui/" + name, field, hints);
            if (field.has("properties")) {
                fields(place + "/" + name, field, hints);
            }
        }
    }

    private static boolean isHint(String name) {
        return name.startsWith("ui:") || name.startsWith("consilium:");
    }

    private void labels(String place, JsonNode field, JsonNode hints) {
        JsonNode values =
                field.has("enum") ? field.path("enum") : field.path("items").path("enum");
        JsonNode names = hints.has("ui:enumNames")
                ? hints.path("ui:enumNames")
                : hints.path("items").path("ui:enumNames");
        if (values.isArray() && names.size() != values.size()) {
            problems.add(place + "/ui:enumNames: as many labels as there are values, " + values.size());
        }
    }

    private void known(String place, JsonNode schema, Set<String> asked) {
        required(place, schema, asked);
        for (String name : names(schema.path("properties"))) {
            if (!asked.contains(name)) {
                problems.add(place + "/properties/" + name + ": is not asked");
            }
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(keyword).forEach(each -> known(place + "/" + keyword, each, asked));
        }
        if (schema.has("not")) {
            known(place + "/not", schema.path("not"), asked);
        }
    }

    private void required(String place, JsonNode schema, Set<String> asked) {
        for (JsonNode name : schema.path("required")) {
            if (!asked.contains(name.asText())) {
                problems.add(place + "/required: there is no field " + name.asText());
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        for (Iterator<Map.Entry<String, JsonNode>> members = object.fields(); members.hasNext(); ) {
            names.add(members.next().getKey());
        }
        return names;
    }
}
