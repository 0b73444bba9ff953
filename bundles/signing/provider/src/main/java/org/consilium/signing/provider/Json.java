package org.consilium.signing.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.util.List;
import java.util.Map;

/** JSON that is kept in columns. */
final class Json {
    // A type cache of its own: Jackson's shared one would keep the classes of this bundle after its update.
    static final JsonMapper MAPPER = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 100)))
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw withoutValues(e);
        }
    }

    /** An empty one for {@code null}. */
    static Map<String, Object> object(String json) {
        try {
            return json == null ? Map.of() : MAPPER.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw withoutValues(e);
        }
    }

    static List<Source> sources(String json) {
        try {
            return json == null ? List.of() : MAPPER.readValue(json, SOURCES);
        } catch (JsonProcessingException e) {
            throw withoutValues(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json == null ? "{}" : json);
        } catch (JsonProcessingException e) {
            throw withoutValues(e);
        }
    }

    /** Jackson's message may quote what it read: a conclusion. */
    private static IllegalStateException withoutValues(JsonProcessingException e) {
        return new IllegalStateException(e.getClass().getSimpleName());
    }
}
