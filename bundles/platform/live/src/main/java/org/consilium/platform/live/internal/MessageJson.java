package org.consilium.platform.live.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.UUID;
import org.consilium.platform.live.LiveMessage;

/** Reads what a page sent, without a mapper, which would remember classes of domains. */
final class MessageJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_TYPE = 100;

    private MessageJson() {}

    /** Empty when it is no message. */
    static Optional<LiveMessage> read(String text, UUID socketId) {
        try (JsonParser json = JSON.createParser(text)) {
            return json.nextToken() == JsonToken.START_OBJECT ? read(json, socketId) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LiveMessage> read(JsonParser json, UUID socketId) throws IOException {
        String type = null;
        UUID subject = null;
        String payload = "{}";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.getText();
            } else if (name.equals("subject") && value == JsonToken.VALUE_STRING) {
                subject = UUID.fromString(json.getText());
            } else if (name.equals("payload") && value == JsonToken.START_OBJECT) {
                payload = copy(json);
            } else {
                json.skipChildren();
            }
        }
        boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
        return whole && type != null && type.length() <= MAX_TYPE
                ? Optional.of(new LiveMessage(type, subject, socketId, payload))
                : Optional.empty();
    }

    private static String copy(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
