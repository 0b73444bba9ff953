package org.consilium.conferencing.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Elements as a page draws them: JSON objects with an id, a version and a nonce. */
final class DrawnElements {
    private static final int MAX_ID = 100;
    private static final int MAX_BODY = 65_536;
    /** Trees only: it remembers no class of this bundle. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private DrawnElements() {}

    /** The elements when each is a JSON object that names itself and is not too long; 422 otherwise. */
    static List<Element> checked(List<Element> elements, int most) {
        Invalid.required(elements, "elements");
        Invalid.when(elements.isEmpty(), "elements", "required");
        Invalid.when(elements.size() > most, "elements", "too-many");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            String at = "elements/" + i;
            Invalid.required(element, at);
            String id = Invalid.required(element.id(), at + "/id");
            String body = Invalid.required(element.element(), at + "/element");
            Invalid.when(id.isEmpty() || id.length() > MAX_ID || id.indexOf('\u0000') >= 0, at + "/id", "format");
            Invalid.when(!ids.add(id), at + "/id", "twice");
            Invalid.when(element.version() < 0 || element.nonce() < 0, at + "/version", "range");
            Invalid.when(body.length() > MAX_BODY, at + "/element", "too-long");
            // NUL cannot be kept; inside JSON it would be escaped
            Invalid.when(body.indexOf('\u0000') >= 0, at + "/element", "format");
            Invalid.when(
                    !object(body)
                            .map(drawn -> id.equals(drawn.path("id").asText()))
                            .orElse(false),
                    at + "/element",
                    "format");
        }
        return elements;
    }

    private static Optional<ObjectNode> object(String body) {
        try {
            JsonNode drawn = JSON.readTree(body);
            return drawn instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The same drawing with another version, so that it wins over what is there. */
    static Element withVersion(Element element, long version) {
        ObjectNode drawn = object(element.element()).orElseThrow();
        drawn.put("version", version);
        drawn.put("versionNonce", 0);
        return new Element(element.id(), version, 0, drawn.toString());
    }

    /** The element taken off the board. */
    static Element deleted(Element element) {
        ObjectNode drawn = object(element.element()).orElseThrow();
        drawn.put("isDeleted", true);
        return withVersion(
                new Element(element.id(), element.version(), element.nonce(), drawn.toString()), element.version() + 1);
    }

    static boolean isDeleted(Element element) {
        return object(element.element())
                .map(drawn -> drawn.path("isDeleted").asBoolean())
                .orElse(true);
    }
}
