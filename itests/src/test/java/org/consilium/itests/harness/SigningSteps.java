package org.consilium.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes, signs and completes conclusions through REST; signs with the demo's key, which is a real one. */
public final class SigningSteps {
    private static final Map<String, Object> ANSWERS =
            Map.of("conclusion", "ОРВИ лёгкой степени", "recommendations", "Покой, обильное питьё");

    private SigningSteps() {}

    public static String path(String request) {
        return "/api/signing/requests/" + request;
    }

    /** A draft whose answers fit the form; the patient is identified. */
    public static JsonNode draft(Api consultant, String request) {
        consultant
                .put("/api/requests/" + request + "/identification", Map.of("method", "DOCUMENT"))
                .ok();
        return consultant
                .put(path(request) + "/conclusion", change(consultant, request))
                .ok();
    }

    /** The same once more, for a draft that may be there. */
    public static Map<String, Object> change(Api consultant, String request) {
        long version = consultant
                .get(path(request) + "/conclusion")
                .ok()
                .path("version")
                .asLong();
        return Map.of("version", version, "answers", ANSWERS, "sources", List.of());
    }

    /** A document that is not signed yet. */
    public static String document(Api consultant, String request) {
        JsonNode draft = draft(consultant, request);
        String id = Ids.next();
        consultant
                .post(
                        path(request) + "/conclusion/document",
                        Map.of("id", id, "version", draft.path("version").asLong()))
                .ok();
        return id;
    }

    /** What is sent as the signature of a document. */
    public static Map<String, Object> signature(Api consultant, String document) {
        byte[] pdf = consultant
                .get("/api/signing/documents/" + document + "/content")
                .raw()
                .body();
        String cms = consultant
                .post(
                        "/api/demo/signer/signature",
                        Map.of("content", Base64.getEncoder().encodeToString(pdf)))
                .ok()
                .path("cms")
                .asText();
        return Map.of("id", Ids.next(), "documentId", document, "cms", cms);
    }

    /** A signed document with its archive; the request is not executed yet. */
    public static String signed(Api consultant, String request) {
        String document = document(consultant, request);
        consultant
                .post(path(request) + "/signature", signature(consultant, document))
                .ok();
        return document;
    }

    /** A signed document with which its request was executed. */
    public static String executed(Api consultant, String request) {
        String document = signed(consultant, request);
        consultant
                .post(path(request) + "/completion", Map.of("documentId", document))
                .ok();
        return document;
    }

    /** Waits until the record of an executed request is sealed. */
    public static void awaitRecord(Api consultant, String request) {
        Distribution.await(
                "the record of " + request,
                Duration.ofSeconds(30),
                () -> consultant.get(path(request) + "/sealed-record").status() == 200);
    }
}
