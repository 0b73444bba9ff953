package org.consilium.platform.live.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.consilium.platform.live.Hint;

/**
 * A hint as the text that goes over the wire. Written value by value: an ObjectMapper would remember the class of each
 * value that a domain puts into a payload, and with it the class loader of a bundle that was replaced long ago.
 */
final class HintJson {
    /** The first message on each socket. */
    static final String HELLO = "{\"type\":\"hello\"}";

    private static final JsonFactory JSON = new JsonFactory();

    private HintJson() {}

    static String write(Hint hint) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", hint.type());
            json.writeFieldName("subject");
            write(json, hint.subject());
            json.writeNumberField("number", hint.number());
            json.writeFieldName("payload");
            write(json, hint.payload());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Ids, instants, dates and enum constants become strings by their standard form. */
    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(String.valueOf(member.getKey()));
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
