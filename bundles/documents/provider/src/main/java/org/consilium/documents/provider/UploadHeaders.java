package org.consilium.documents.provider;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/** What an uploader says in headers, because the body is the file itself. Names are UTF-8, percent-encoded. */
record UploadHeaders(String id, String name, String folder, String request) {
    static final String ID = "Consilium-File-Id";
    static final String NAME = "Consilium-File-Name";
    static final String FOLDER = "Consilium-Folder";
    static final String REQUEST = "Consilium-Request";

    /**
     * The description of the file.
     *
     * @throws ConsiliumException 422 {@code documents.bad-upload} or {@code documents.bad-name}
     */
    NewFile file() {
        return new NewFile(
                uuid("id", id),
                decoded("name", name),
                decoded("folder", folder),
                request == null || request.isBlank() ? null : uuid("request", request));
    }

    private static UUID uuid(String field, String text) {
        try {
            UUID uuid = text == null ? null : UUID.fromString(text.strip());
            if (uuid != null && uuid.toString().equalsIgnoreCase(text.strip())) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw invalid("documents.bad-upload", field, text == null ? "required" : "format");
    }

    private static String decoded(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid("documents.bad-name", field, "format");
        }
    }

    private static ConsiliumException invalid(String code, String field, String problem) {
        return ConsiliumException.invalid(code, List.of(new FieldProblem(field, problem)));
    }
}
