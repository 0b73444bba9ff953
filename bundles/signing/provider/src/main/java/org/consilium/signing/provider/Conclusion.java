package org.consilium.signing.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The window in which a conclusion is written.
 *
 * @param answers as the form describes them
 * @param version 0 while nothing is saved
 * @param writable whether answers are taken now
 * @param correction {@code null} unless a signed conclusion is being put right
 */
public record Conclusion(
        UUID requestId,
        Template template,
        Form form,
        Set<String> finishing,
        Map<String, Object> answers,
        List<Source> sources,
        long version,
        Instant savedAt,
        Identified identification,
        boolean writable,
        Correction correction,
        List<ConclusionDocument> documents) {
    /** JSON Schema and hints of the route's form. */
    public record Form(Map<String, Object> schema, Map<String, Object> ui) {}

    /** How the patient was identified, and when. */
    public record Identified(String method, Instant at) {}

    /** @param documentId the signed one */
    public record Correction(CorrectionKind kind, String reason, UUID documentId) {}
}
