package org.consilium.platform.audit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** The details of an entry as a JSON object with sorted members. */
final class AuditDetails {
    private final ObjectMapper mapper = new ObjectMapper();

    String toJson(Map<String, String> details) {
        try {
            return mapper.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details are no JSON", e);
        }
    }

    Map<String, String> fromJson(String json) {
        try {
            return mapper.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of an audit row are no JSON object", e);
        }
    }
}
