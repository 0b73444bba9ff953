package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.consilium.routes.api.RedFlag;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;

/** Descriptions as the JSON of a file, in which a form is an object, and back. What is {@code null} is left out. */
final class RouteJson {
    // A type cache of its own: Jackson's shared one would keep the classes of this bundle after its update.
    private static final JsonMapper JSON = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 100)))
            .addMixIn(RouteDescription.class, WithSchema.class)
            .addMixIn(RouteForm.class, FormTrees.class)
            .addMixIn(RedFlag.class, FlagTrees.class)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private RouteJson() {}

    static JsonNode parse(byte[] file) throws IOException {
        return withoutNulls(JSON.readTree(file));
    }

    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    /** @throws IllegalArgumentException when a text that should be JSON is none */
    static JsonNode tree(RouteDescription route) {
        ObjectNode tree = (ObjectNode) withoutNulls(JSON.valueToTree(route));
        // What a record holds in place of a member that is not there.
        for (Iterator<JsonNode> members = tree.elements(); members.hasNext(); ) {
            JsonNode member = members.next();
            if (member.isArray() && member.isEmpty() || member.isInt() && member.intValue() == 0) {
                members.remove();
            }
        }
        return tree;
    }

    static RouteDescription route(JsonNode checked) throws JsonProcessingException {
        return JSON.treeToValue(checked, RouteDescription.class);
    }

    /** Not within forms: there a null may be a value. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> members = object.fields();
            while (members.hasNext()) {
                var member = members.next();
                boolean foreign =
                        member.getKey().equals("schema") || member.getKey().equals("when");
                if (member.getValue().isNull()) {
                    members.remove();
                } else if (!foreign) {
                    withoutNulls(member.getValue());
                }
            }
        } else if (node != null && node.isArray()) {
            node.forEach(RouteJson::withoutNulls);
        }
        return node;
    }

    /** An editor's pointer to the schema is no part of the route. */
    @JsonIgnoreProperties("$schema")
    private interface WithSchema {}

    private interface FormTrees {
        @JsonSerialize(using = AsTree.class)
        @JsonDeserialize(using = AsText.class)
        String schema();

        @JsonSerialize(using = AsTree.class)
        @JsonDeserialize(using = AsText.class)
        String ui();
    }

    private interface FlagTrees {
        @JsonSerialize(using = AsTree.class)
        @JsonDeserialize(using = AsText.class)
        String when();
    }

    private static final class AsTree extends JsonSerializer<String> {
        @Override
        public void serialize(String json, JsonGenerator out, SerializerProvider serializers) throws IOException {
            out.writeTree(JSON.readTree(json));
        }
    }

    private static final class AsText extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return context.readTree(in).toString();
        }
    }
}
