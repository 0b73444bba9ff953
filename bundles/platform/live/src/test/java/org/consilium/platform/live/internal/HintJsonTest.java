package org.consilium.platform.live.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.platform.live.Hint;
import org.junit.jupiter.api.Test;

class HintJsonTest {
    private static final UUID REQUEST = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @Test
    void hasFourMembers() {
        assertEquals(
                "{\"type\":\"chat.message\",\"subject\":\"" + REQUEST + "\",\"number\":7,\"payload\":{}}",
                HintJson.write(Hint.of("chat.message", REQUEST, 7)));
        assertEquals(
                "{\"type\":\"requests.list\",\"subject\":null,\"number\":0,\"payload\":{}}",
                HintJson.write(Hint.of("requests.list", null)));
    }

    @Test
    void carriesSmallValuesOfAllKinds() throws Exception {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("none", null);
        payload.put("flag", true);
        payload.put("whole", 3L);
        payload.put("part", 0.5);
        payload.put("text", "«кавычки» \"quotes\"");
        payload.put("id", REQUEST);
        payload.put("at", Instant.parse("2026-11-22T10:00:00Z"));
        payload.put("list", List.of(1, Map.of("a", "b")));
        JsonNode read = new ObjectMapper().readTree(HintJson.write(new Hint("x.y", REQUEST, 0, payload)));
        assertEquals(
                new ObjectMapper()
                        .readTree("{\"none\":null,\"flag\":true,\"whole\":3,\"part\":0.5,\"text\":\"«кавычки»"
                                + " \\\"quotes\\\"\",\"id\":\""
                                + REQUEST + "\",\"at\":\"2026-11-22T10:00:00Z\",\"list\":[1,{\"a\":\"b\"}]}"),
                read.get("payload"));
    }
}
