package org.consilium.platform.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Events as JSON. Each event class has a mapper of its own that hangs on the class itself, so that nothing of the platform holds a
 * domain's class after its bundle was replaced.
 */
final class EventJson {
    private static final ClassValue<ObjectMapper> MAPPERS = new ClassValue<>() {
        @Override
        protected ObjectMapper computeValue(Class<?> type) {
            ObjectMapper mapper = new ObjectMapper();
            mapper.setTypeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(8, 64)));
            mapper.registerModule(new JavaTimeModule());
            mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
            // A newer version of the domain may have written more than this consumer knows.
            mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            return mapper;
        }
    };

    private EventJson() {}

    static String write(Object event) {
        try {
            return MAPPERS.get(event.getClass()).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not an event: " + event.getClass().getName(), e);
        }
    }

    static <E> E read(String json, Class<E> type) {
        try {
            return MAPPERS.get(type).readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getName(), e);
        }
    }
}
