package org.consilium.conferencing.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.platform.live.LiveMessage;

/** What a page said over its socket, read as a tree, so that no cache of a library keeps a class of this bundle. */
final class Payload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode tree;

    /** @throws org.consilium.kernel.ConsiliumException 422 when the message names no room */
    Payload(LiveMessage message) {
        Invalid.required(message.subject(), "subject");
        try {
            tree = JSON.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the live channel gives JSON only", e);
        }
    }

    UUID id(String field) {
        String text = tree.path(field).asText("");
        Invalid.when(text.isEmpty(), field, "required");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            Invalid.when(true, field, "format");
            throw e;
        }
    }

    String text(String field, int most) {
        JsonNode value = tree.path(field);
        Invalid.when(!value.isTextual(), field, "required");
        Invalid.when(value.textValue().length() > most, field, "too-long");
        return value.textValue();
    }

    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        tree.path("elements")
                .forEach(element -> elements.add(new Element(
                        element.path("id").textValue(),
                        element.path("version").asLong(-1),
                        element.path("nonce").asLong(-1),
                        element.path("element").textValue())));
        return elements;
    }
}
