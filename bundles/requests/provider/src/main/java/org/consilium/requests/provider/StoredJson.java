package org.consilium.requests.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON that is kept in columns. Members which a later version added are passed over, so that going back one version works. */
final class StoredJson {
    // A type cache of its own: Jackson's shared one would keep the classes of this bundle after its update.
    private static final JsonMapper JSON = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 100)))
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), withoutValues(e));
        }
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** @return {@code null} for {@code null} */
    static <T> T read(String json, Class<T> type) {
        if (json == null) {
            return null;
        }
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + type.getSimpleName(), withoutValues(e));
        }
    }

    /** Jackson's message may quote what it read: persons. */
    private static Exception withoutValues(JsonProcessingException e) {
        return new IllegalStateException(e.getClass().getSimpleName());
    }
}
