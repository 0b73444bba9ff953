package org.consilium.chat.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/**
 * What somebody wants to say: a text, a document of the same request, or both.
 *
 * @param id made by the client; the same message sent again has the same id
 */
public record NewMessage(UUID id, String text, UUID documentId) {
    /** As many UTF-16 units as a browser counts. */
    public static final int MAX_TEXT = 4000;

    /**
     * The message without blanks around it, and without the character NUL, which PostgreSQL cannot keep.
     *
     * @throws ConsiliumException 422
     */
    static NewMessage checked(NewMessage input) {
        if (input == null || input.id == null) {
            throw ConsiliumException.invalid("chat.message-without-id", List.of(new FieldProblem("id", "required")));
        }
        String stripped =
                input.text == null ? "" : input.text.replace("\u0000", "").strip();
        if (stripped.isEmpty() && input.documentId == null) {
            throw ConsiliumException.invalid("chat.message-empty", List.of(new FieldProblem("text", "required")));
        }
        if (stripped.length() > MAX_TEXT) {
            throw ConsiliumException.invalid("chat.message-too-long", List.of(new FieldProblem("text", "too-long")));
        }
        return new NewMessage(input.id, stripped.isEmpty() ? null : stripped, input.documentId);
    }
}
