package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.CallRoom;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.SigningSteps;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the OpenAPI document, called validly on an existing object: it succeeds as the rightful caller, and the same call is
 * refused, with nothing changed, to everybody who has no right. An operation without an entry in the table fails.
 */
class RightsIT {
    /** Who may. */
    private enum Access {
        /** The staff who take part in the request, or the owner of the thing. */
        PARTICIPANT,
        /** The coordinator of the request, whose turn it is. */
        COORDINATOR,
        /** Every doctor. */
        DOCTOR,
        /** Everybody on staff. */
        STAFF,
        /** The patient of the request. */
        PATIENT,
        /** Regional operators. */
        OPERATOR,
        /** A system of the organisation, with its token. */
        SERVICE,
        /** Needs no session. */
        ANYBODY
    }

    /** One valid call. */
    private record Call(String path, Object body, String... headers) {}

    private record Operation(Access access, Supplier<Call> call) {}

    private static Distribution distribution;
    private static Api doctor;
    private static Api patient;
    private static Api operator;
    private static Api service;
    private static String organisation;
    private static Api coordinator;
    private static String coordinatorId;
    private static String doctorId;
    private static String request;
    private static final Map<String, Operation> TABLE = new TreeMap<>();

    @BeforeAll
    static void prepare() {
        distribution = Distribution.shared();
        doctor = Api.as(distribution, Demo.DOCTOR);
        doctorId = Consultations.accountOf(doctor);
        coordinator = Api.as(distribution, Demo.COORDINATOR);
        coordinatorId = Consultations.accountOf(coordinator);
        request = newRequest();
        patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        operator = Api.as(distribution, Demo.OPERATOR);
        organisation = Consultations.organisationOf(doctor);
        service = Api.service(distribution, Consultations.serviceToken(operator, organisation));
        fillTable();
    }

    private static void fillTable() {
        // chat
        on("GET /api/chat/chats", Access.STAFF, () -> new Call("/api/chat/chats", null));
        on("GET /api/chat/unread", Access.STAFF, () -> new Call("/api/chat/unread", null));
        on("GET /api/chat/chats/{requestId}", Access.PARTICIPANT, () -> new Call("/api/chat/chats/" + request, null));
        on(
                "GET /api/chat/chats/{requestId}/messages",
                Access.PARTICIPANT,
                () -> new Call("/api/chat/chats/" + request + "/messages", null));
        on(
                "POST /api/chat/chats/{requestId}/messages",
                Access.PARTICIPANT,
                () -> new Call("/api/chat/chats/" + request + "/messages", message()));
        on(
                "PUT /api/chat/chats/{requestId}/read",
                Access.PARTICIPANT,
                () -> new Call("/api/chat/chats/" + request + "/read", Map.of("upTo", 0)));
        on("GET /api/visit/chat/chat", Access.PATIENT, () -> new Call("/api/visit/chat/chat", null));
        on("GET /api/visit/chat/messages", Access.PATIENT, () -> new Call("/api/visit/chat/messages", null));
        on("POST /api/visit/chat/messages", Access.PATIENT, () -> new Call("/api/visit/chat/messages", message()));
        on("PUT /api/visit/chat/read", Access.PATIENT, () -> new Call("/api/visit/chat/read", Map.of("upTo", 0)));
        // documents
        on("GET /api/documents/files", Access.STAFF, () -> new Call("/api/documents/files", null));
        on("GET /api/documents/folders", Access.STAFF, () -> new Call("/api/documents/folders", null));
        on("POST /api/documents/files", Access.PARTICIPANT, () -> upload("/api/documents/files", Ids.next(), request));
        on(
                "GET /api/documents/requests/{requestId}/files",
                Access.PARTICIPANT,
                () -> new Call("/api/documents/requests/" + request + "/files", null));
        on(
                "GET /api/documents/files/{id}/content",
                Access.PARTICIPANT,
                () -> new Call("/api/documents/files/" + newFile() + "/content", null));
        on(
                "PUT /api/documents/files/{id}",
                Access.PARTICIPANT,
                () -> new Call("/api/documents/files/" + newFile(), Map.of("name", "новое имя.txt", "folder", "")));
        on(
                "DELETE /api/documents/files/{id}",
                Access.PARTICIPANT,
                () -> new Call("/api/documents/files/" + newFile(), null));
        on("GET /api/visit/documents/files", Access.PATIENT, () -> new Call("/api/visit/documents/files", null));
        on(
                "POST /api/visit/documents/files",
                Access.PATIENT,
                () -> upload("/api/visit/documents/files", Ids.next(), null));
        on(
                "GET /api/visit/documents/files/{id}/content",
                Access.PATIENT,
                () -> new Call("/api/visit/documents/files/" + newFile() + "/content", null));
        // identity
        on(
                "POST /api/identity/session",
                Access.ANYBODY,
                () -> new Call("/api/identity/session", credentials(Demo.DOCTOR)));
        on("GET /api/identity/session", Access.STAFF, () -> new Call("/api/identity/session", null));
        on("GET /api/identity/directory", Access.STAFF, () -> new Call("/api/identity/directory", null));
        on(
                "GET /api/identity/links/{requestId}",
                Access.PARTICIPANT,
                () -> new Call("/api/identity/links/" + request, null));
        on(
                "POST /api/identity/links/{requestId}",
                Access.PARTICIPANT,
                () -> new Call("/api/identity/links/" + request, Map.of()));
        on(
                "DELETE /api/identity/links/{requestId}",
                Access.PARTICIPANT,
                () -> new Call("/api/identity/links/" + newRequest(), null));
        on(
                "POST /api/visit/identity/challenge",
                Access.ANYBODY,
                () -> new Call("/api/visit/identity/challenge", Map.of("token", newToken())));
        on(
                "POST /api/visit/identity/session",
                Access.ANYBODY,
                () -> new Call(
                        "/api/visit/identity/session",
                        Map.of(
                                "token",
                                newToken(),
                                "birthDate",
                                Demo.ANNA.birthDate(),
                                "lastFour",
                                Demo.ANNA.lastFour())));
        on("GET /api/visit/identity/session", Access.PATIENT, () -> new Call("/api/visit/identity/session", null));
        on(
                "POST /api/visit/identity/consent",
                Access.PATIENT,
                () -> new Call("/api/visit/identity/consent", Map.of("version", "1")));
        on("GET /api/identity/organisations", Access.OPERATOR, () -> new Call("/api/identity/organisations", null));
        on("GET /api/identity/service-tokens", Access.OPERATOR, () -> new Call("/api/identity/service-tokens", null));
        on(
                "POST /api/identity/service-tokens",
                Access.OPERATOR,
                () -> new Call("/api/identity/service-tokens", Consultations.newServiceToken(organisation)));
        on("DELETE /api/identity/service-tokens/{id}", Access.OPERATOR, () -> {
            Map<String, Object> token = Consultations.newServiceToken(organisation);
            operator.post("/api/identity/service-tokens", token).ok();
            return new Call("/api/identity/service-tokens/" + token.get("id"), null);
        });
        on("GET /api/service/identity/doctors", Access.SERVICE, () -> new Call("/api/service/identity/doctors", null));
        // registry
        on(
                "POST /api/registry/search",
                Access.DOCTOR,
                () -> new Call("/api/registry/search", Map.of("kind", "POLICY", "value", Demo.ANNA.policy())));
        // requests
        String questionnaire = "/api/visit/requests/questionnaire";
        on("GET " + questionnaire, Access.PATIENT, () -> new Call(questionnaire, null));
        on(
                "PUT " + questionnaire,
                Access.PATIENT,
                () -> new Call(questionnaire, Map.of("answers", Map.of("temperature", 36.6))));
        on(
                "POST " + questionnaire + "/submission",
                Access.PATIENT,
                () -> new Call(questionnaire + "/submission", Map.of("answers", Map.of("breathless", false))));
        on("GET /api/requests/counters", Access.STAFF, () -> new Call("/api/requests/counters", null));
        on("GET /api/requests/today", Access.STAFF, () -> new Call("/api/requests/today", null));
        on("GET /api/requests/list", Access.STAFF, () -> new Call("/api/requests/list?box=ALL", null));
        on("GET /api/requests/routes", Access.STAFF, () -> new Call("/api/requests/routes", null));
        on(
                "PUT /api/requests/routes/{id}/favourite",
                Access.STAFF,
                () -> new Call("/api/requests/routes/general.patient/favourite", Map.of()));
        on(
                "DELETE /api/requests/routes/{id}/favourite",
                Access.STAFF,
                () -> new Call("/api/requests/routes/general.patient/favourite", null));
        on("GET /api/requests/drafts", Access.STAFF, () -> new Call("/api/requests/drafts", null));
        on(
                "POST /api/requests/drafts",
                Access.DOCTOR,
                () -> new Call(
                        "/api/requests/drafts",
                        Map.of("id", Ids.next(), "routeId", "general.patient", "profile", "97")));
        on(
                "GET /api/requests/drafts/{id}",
                Access.PARTICIPANT,
                () -> new Call("/api/requests/drafts/" + newDraft(), null));
        on("PUT /api/requests/drafts/{id}", Access.PARTICIPANT, RightsIT::draftChange);
        on(
                "DELETE /api/requests/drafts/{id}",
                Access.PARTICIPANT,
                () -> new Call("/api/requests/drafts/" + newDraft(), null));
        on(
                "GET /api/requests/drafts/{id}/consultants",
                Access.PARTICIPANT,
                () -> new Call("/api/requests/drafts/" + newDraft() + "/consultants", null));
        on(
                "POST /api/requests/drafts/{id}/submission",
                Access.PARTICIPANT,
                () -> new Call(
                        "/api/requests/drafts/" + newDraft() + "/submission",
                        Map.of(
                                "consultantId",
                                doctorId,
                                "start",
                                Consultations.freeSlots(doctor, doctorId, 20).get(0))));
        on("GET /api/requests/{id}", Access.PARTICIPANT, () -> new Call("/api/requests/" + request, null));
        on(
                "GET /api/requests/{id}/history",
                Access.PARTICIPANT,
                () -> new Call("/api/requests/" + request + "/history", null));
        on(
                "POST /api/requests/{id}/cancellation",
                Access.PARTICIPANT,
                () -> new Call(
                        "/api/requests/" + newRequest() + "/cancellation",
                        Map.of("text", "Пациент передумал", "version", 1)));
        on(
                "PUT /api/requests/{id}/identification",
                Access.PARTICIPANT,
                () -> new Call("/api/requests/" + request + "/identification", Map.of("method", "DOCUMENT")));
        on(
                "GET /api/requests/{id}/colleagues",
                Access.PARTICIPANT,
                () -> new Call("/api/requests/" + request + "/colleagues", null));
        on("POST /api/requests/{id}/hand-over", Access.PARTICIPANT, RightsIT::handOver);
        on(
                "POST /api/requests/{id}/move",
                Access.PARTICIPANT,
                () -> new Call(
                        "/api/requests/" + newRequest() + "/move",
                        Map.of(
                                "start",
                                Consultations.freeSlots(doctor, doctorId, 20).get(0),
                                "text",
                                "Пациент просит позже",
                                "version",
                                1)));
        on("GET /api/requests/{id}/consultants", Access.COORDINATOR, () -> onQuestion("consultants", null));
        on(
                "POST /api/requests/{id}/acceptance",
                Access.COORDINATOR,
                () -> onQuestion("acceptance", Map.of("consultantId", doctorId, "version", 1)));
        on("POST /api/requests/{id}/return", Access.PARTICIPANT, () -> {
            String id = Consultations.question(Api.as(distribution, Demo.COLLEAGUE), coordinatorId);
            Consultations.accept(coordinator, id, doctorId);
            return new Call("/api/requests/" + id + "/return", Map.of("text", "Уточните СКФ", "version", 2));
        });
        on("POST /api/requests/{id}/resubmission", Access.PARTICIPANT, () -> {
            String id = Consultations.question(doctor, coordinatorId);
            coordinator
                    .post("/api/requests/" + id + "/return", Map.of("text", "Уточните СКФ", "version", 1))
                    .ok();
            return new Call(
                    "/api/requests/" + id + "/resubmission", Map.of("forms", Consultations.question(), "version", 2));
        });
        on("POST /api/requests/{id}/follow-up", Access.PARTICIPANT, () -> {
            Call completion = completion();
            doctor.post(completion.path, completion.body).ok();
            return new Call(
                    completion.path.replace("/completion-without-conclusion", "/follow-up"), Map.of("id", Ids.next()));
        });
        on("POST /api/requests/{id}/reopening", Access.PARTICIPANT, RightsIT::reopening);
        on("POST /api/requests/{id}/completion-without-conclusion", Access.PARTICIPANT, RightsIT::completion);
        on("GET /api/requests/operator/routes", Access.OPERATOR, () -> new Call("/api/requests/operator/routes", null));
        on(
                "POST /api/requests/operator/route-check",
                Access.OPERATOR,
                () -> new Call("/api/requests/operator/route-check", Map.of("name", "x.json", "content", "{}")));
        on(
                "GET /api/requests/operator/traces/{request}",
                Access.OPERATOR,
                () -> new Call("/api/requests/operator/traces/" + request, null));
        on(
                "GET /api/service/requests/routes",
                Access.SERVICE,
                () -> new Call("/api/service/requests/routes?doctor=" + doctorId, null));
        on(
                "GET /api/service/requests/routes/{id}/consultants",
                Access.SERVICE,
                () -> new Call(
                        "/api/service/requests/routes/general.patient/consultants?profile=97&doctor=" + doctorId,
                        null));
        on("GET /api/service/requests", Access.SERVICE, () -> new Call("/api/service/requests", null));
        on("GET /api/service/requests/{id}", Access.SERVICE, () -> new Call("/api/service/requests/" + request, null));
        on(
                "POST /api/service/requests",
                Access.SERVICE,
                () -> new Call(
                        "/api/service/requests",
                        Map.of(
                                "doctorId",
                                doctorId,
                                "routeId",
                                "general.patient",
                                "profile",
                                "97",
                                "person",
                                Map.of("kind", "SNILS", "value", Demo.ANNA.snils()),
                                "email",
                                "patient@example.org",
                                "consultantId",
                                doctorId,
                                "start",
                                Consultations.freeSlots(doctor, doctorId, 20).get(0)),
                        "Idempotency-Key",
                        Ids.next()));
        // scheduling
        on(
                "GET /api/scheduling/slots",
                Access.STAFF,
                () -> new Call("/api/scheduling/slots?doctor=" + doctorId + range(), null));
        on(
                "GET /api/scheduling/calendar",
                Access.STAFF,
                () -> new Call("/api/scheduling/calendar?doctor=" + doctorId + range(), null));
        on("GET /api/scheduling/templates", Access.STAFF, () -> new Call("/api/scheduling/templates", null));
        on(
                "GET /api/scheduling/absences",
                Access.STAFF,
                () -> new Call("/api/scheduling/absences?doctor=" + doctorId, null));
        on(
                "POST /api/scheduling/templates",
                Access.PARTICIPANT,
                () -> new Call("/api/scheduling/templates", template(Ids.next())));
        on("PUT /api/scheduling/templates/{id}", Access.PARTICIPANT, RightsIT::templateChange);
        on("DELETE /api/scheduling/templates/{id}", Access.PARTICIPANT, () -> {
            JsonNode made = newTemplate();
            return new Call(
                    "/api/scheduling/templates/" + made.path("id").asText() + "?version="
                            + made.path("version").asInt(),
                    null);
        });
        on(
                "POST /api/scheduling/absences",
                Access.PARTICIPANT,
                () -> new Call("/api/scheduling/absences", absence(Ids.next())));
        on("DELETE /api/scheduling/absences/{id}", Access.PARTICIPANT, () -> {
            String id = Ids.next();
            doctor.post("/api/scheduling/absences", absence(id)).ok();
            return new Call("/api/scheduling/absences/" + id, null);
        });
        // notifications
        on(
                "GET /api/notifications/requests/{requestId}",
                Access.PARTICIPANT,
                () -> new Call("/api/notifications/requests/" + request, null));
        conferencing();
        signing();
    }

    private static void signing() {
        String of = "/api/signing/requests/{id}";
        String document = "/api/signing/documents/{id}";
        on("GET /api/signing/icd", Access.STAFF, () -> new Call("/api/signing/icd?q=J06", null));
        on("GET /api/signing/awaiting", Access.DOCTOR, () -> new Call("/api/signing/awaiting", null));
        on("GET /api/signing/earlier", Access.DOCTOR, () -> new Call("/api/signing/earlier", null));
        on("GET /api/signing/workplace", Access.DOCTOR, () -> new Call("/api/signing/workplace", null));
        on(
                "POST /api/signing/certificates",
                Access.DOCTOR,
                () -> new Call("/api/signing/certificates", Map.of("certificates", List.of("AAAA"))));
        on("GET /api/signing/phrases", Access.DOCTOR, () -> new Call("/api/signing/phrases?profile=97", null));
        on("POST /api/signing/phrases", Access.DOCTOR, () -> new Call("/api/signing/phrases", phrase(Ids.next(), 0)));
        on("PUT /api/signing/phrases/{id}", Access.PARTICIPANT, () -> {
            JsonNode made =
                    doctor.post("/api/signing/phrases", phrase(Ids.next(), 0)).ok();
            String id = made.path("id").asText();
            return new Call(
                    "/api/signing/phrases/" + id,
                    phrase(id, made.path("version").asLong()));
        });
        on("DELETE /api/signing/phrases/{id}", Access.PARTICIPANT, () -> {
            String id = Ids.next();
            doctor.post("/api/signing/phrases", phrase(id, 0)).ok();
            return new Call("/api/signing/phrases/" + id, null);
        });
        on(
                "GET " + of + "/conclusion",
                Access.PARTICIPANT,
                () -> new Call(SigningSteps.path(request) + "/conclusion", null));
        on(
                "PUT " + of + "/conclusion",
                Access.PARTICIPANT,
                () -> new Call(SigningSteps.path(request) + "/conclusion", SigningSteps.change(doctor, request)));
        on("POST " + of + "/conclusion/document", Access.PARTICIPANT, () -> {
            String id = newRequest();
            long version = SigningSteps.draft(doctor, id).path("version").asLong();
            return new Call(
                    SigningSteps.path(id) + "/conclusion/document", Map.of("id", Ids.next(), "version", version));
        });
        on(
                "GET " + of + "/documents",
                Access.PARTICIPANT,
                () -> new Call(SigningSteps.path(request) + "/documents", null));
        on("POST " + of + "/signature", Access.PARTICIPANT, () -> {
            String id = newRequest();
            return new Call(
                    SigningSteps.path(id) + "/signature",
                    SigningSteps.signature(doctor, SigningSteps.document(doctor, id)));
        });
        on("POST " + of + "/completion", Access.PARTICIPANT, () -> {
            String id = newRequest();
            return new Call(
                    SigningSteps.path(id) + "/completion", Map.of("documentId", SigningSteps.signed(doctor, id)));
        });
        on("POST " + of + "/await-signature", Access.PARTICIPANT, () -> {
            String id = newRequest();
            return new Call(
                    SigningSteps.path(id) + "/await-signature",
                    Map.of("documentId", SigningSteps.document(doctor, id)));
        });
        on("POST " + of + "/resume", Access.PARTICIPANT, () -> {
            String id = newRequest();
            doctor.post(
                            SigningSteps.path(id) + "/await-signature",
                            Map.of("documentId", SigningSteps.document(doctor, id)))
                    .ok();
            return new Call(SigningSteps.path(id) + "/resume", Map.of());
        });
        on("POST " + of + "/scan", Access.PARTICIPANT, () -> {
            String id = newRequest();
            return new Call(
                    SigningSteps.path(id) + "/scan", Map.of("id", Ids.next(), "documentIds", List.of(newPage(id))));
        });
        on(
                "POST " + of + "/correction",
                Access.PARTICIPANT,
                () -> new Call(executedPath() + "/correction", CORRECTION));
        on("DELETE " + of + "/correction", Access.PARTICIPANT, () -> {
            String path = executedPath();
            doctor.post(path + "/correction", CORRECTION).ok();
            return new Call(path + "/correction", null);
        });
        on("GET " + of + "/sealed-record", Access.PARTICIPANT, () -> {
            String id = newRequest();
            SigningSteps.executed(doctor, id);
            SigningSteps.awaitRecord(doctor, id);
            return new Call(SigningSteps.path(id) + "/sealed-record", null);
        });
        for (String part : List.of("", "/content", "/archive", "/cda")) {
            on(
                    "GET " + document + part,
                    Access.PARTICIPANT,
                    () -> new Call("/api/signing/documents/" + SigningSteps.signed(doctor, newRequest()) + part, null));
        }
        on(
                "POST " + document + "/verification",
                Access.PARTICIPANT,
                () -> new Call(
                        "/api/signing/documents/" + SigningSteps.signed(doctor, newRequest()) + "/verification",
                        Map.of()));
        on("GET /api/visit/signing/documents", Access.PATIENT, () -> new Call("/api/visit/signing/documents", null));
    }

    private static final Map<String, Object> CORRECTION = Map.of("kind", "VERSION", "reason", "Описка");

    private static String executedPath() {
        String id = newRequest();
        SigningSteps.executed(doctor, id);
        return SigningSteps.path(id);
    }

    private static Map<String, Object> phrase(String id, long version) {
        return Map.of(
                "id", id, "field", "recommendations", "title", "Покой", "text", "Постельный режим", "version", version);
    }

    private static void conferencing() {
        String staff = "/api/conferencing/rooms/{requestId}";
        String visit = "/api/visit/conferencing/room";
        on("GET /api/conferencing/calls", Access.STAFF, () -> new Call("/api/conferencing/calls", null));
        on(
                "GET /api/conferencing/device-checks",
                Access.STAFF,
                () -> new Call("/api/conferencing/device-checks?requestId=" + request, null));
        room("GET " + staff, "", () -> null);
        for (String part : List.of("/log", "/messages", "/board", "/board/saves")) {
            room("GET " + staff + part, part, () -> null);
        }
        room("POST " + staff + "/entry", "/entry", () -> CallRoom.ENTRY);
        room("POST " + staff + "/ice", "/ice", () -> CallRoom.TAB);
        room("POST " + staff + "/device-check/ice", "/device-check/ice", Map::of);
        room("PUT " + staff + "/own", "/own", () -> CallRoom.OWN);
        room("POST " + staff + "/quality", "/quality", () -> CallRoom.QUALITY);
        room("PUT " + staff + "/delay", "/delay", () -> Map.of("minutes", 5));
        room("POST " + staff + "/messages", "/messages", () -> Map.of("id", Ids.next(), "text", "слышно?"));
        room("POST " + staff + "/board", "/board", CallRoom::drawing);
        room("POST " + staff + "/board/saves", "/board/saves", () -> Map.of("id", Ids.next(), "documentId", newFile()));
        on("POST " + staff + "/board/saves/{saveId}/restore", Access.PARTICIPANT, () -> {
            CallRoom.enter(doctor, request);
            String save = CallRoom.path(request) + "/board/saves";
            String id = Ids.next();
            doctor.post(save, Map.of("id", id, "documentId", newFile())).ok();
            return new Call(save + "/" + id + "/restore", Map.of());
        });
        on("POST " + staff + "/ring", Access.PARTICIPANT, () -> {
            String rung = CallRoom.entered(doctor, newRequest());
            return new Call(rung + "/ring", Map.of("id", Ids.next(), "connection", CallRoom.CONNECTION));
        });
        on("POST " + staff + "/ring/cancel", Access.PARTICIPANT, () -> {
            String rung = CallRoom.entered(doctor, newRequest());
            return new Call(rung + "/ring/cancel", Map.of("ringId", CallRoom.ring(doctor, rung)));
        });
        on("POST " + staff + "/leave", Access.PARTICIPANT, () -> {
            String left = CallRoom.entered(doctor, newRequest());
            return new Call(left + "/leave", CallRoom.TAB);
        });
        on(
                "POST " + staff + "/end",
                Access.PARTICIPANT,
                () -> new Call(CallRoom.entered(doctor, newRequest()) + "/end", Map.of()));
        on("POST " + staff + "/host", Access.PARTICIPANT, () -> {
            String mine = CallRoom.enter(doctor, request).path("participantId").asText();
            return new Call(CallRoom.path(request) + "/host", Map.of("participantId", mine));
        });
        on(
                "POST " + staff + "/admission",
                Access.PARTICIPANT,
                () -> new Call(
                        CallRoom.path(request) + "/admission",
                        Map.of("participantId", patientInRoom(), "decision", "ADMIT")));
        on(
                "POST " + staff + "/participants/{participantId}/microphone",
                Access.PARTICIPANT,
                () -> new Call(
                        CallRoom.path(request) + "/participants/" + patientInRoom() + "/microphone",
                        Map.of("on", false)));
        on("POST " + staff + "/listeners", Access.PARTICIPANT, () -> {
            CallRoom.enter(doctor, request);
            return new Call(
                    CallRoom.path(request) + "/listeners",
                    Map.of(
                            "id",
                            Ids.next(),
                            "accountId",
                            Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE))));
        });
        on(
                "DELETE " + staff + "/listeners/{listenerId}",
                Access.PARTICIPANT,
                () -> new Call(CallRoom.path(request) + "/listeners/" + listener(), null));
        // calls from browser to browser are not recorded: only a stop succeeds
        room("POST " + staff + "/recording", "/recording", () -> Map.of("on", false));
        for (String part : List.of("", "/messages", "/board")) {
            visit("GET " + visit + part, part, () -> null);
        }
        visit("POST " + visit + "/entry", "/entry", () -> CallRoom.ENTRY);
        visit("POST " + visit + "/ice", "/ice", () -> CallRoom.TAB);
        visit("POST " + visit + "/device-check/ice", "/device-check/ice", Map::of);
        visit("PUT " + visit + "/device-check", "/device-check", () -> CallRoom.CHECK);
        visit("PUT " + visit + "/own", "/own", () -> CallRoom.OWN);
        visit("POST " + visit + "/quality", "/quality", () -> CallRoom.QUALITY);
        visit("POST " + visit + "/messages", "/messages", () -> Map.of("id", Ids.next(), "text", "да"));
        visit("POST " + visit + "/board", "/board", CallRoom::drawing);
        on(
                "PUT " + visit + "/listeners/{listenerId}",
                Access.PATIENT,
                () -> new Call(visit + "/listeners/" + listener(), Map.of("consent", true)));
        visit("POST " + visit + "/leave", "/leave", () -> CallRoom.TAB);
        on("POST " + visit + "/ring/decline", Access.PATIENT, () -> {
            patient.post(visit + "/leave", CallRoom.TAB);
            String rung = CallRoom.entered(doctor, request);
            return new Call(visit + "/ring/decline", Map.of("ringId", CallRoom.ring(doctor, rung)));
        });
    }

    /** An operation within the room of the request, where the doctor is. */
    private static void room(String operation, String part, Supplier<Object> body) {
        on(operation, Access.PARTICIPANT, () -> new Call(CallRoom.entered(doctor, request) + part, body.get()));
    }

    /** An operation within the room of the request, where the patient is. */
    private static void visit(String operation, String part, Supplier<Object> body) {
        on(operation, Access.PATIENT, () -> {
            patientInRoom();
            return new Call("/api/visit/conferencing/room" + part, body.get());
        });
    }

    private static String patientInRoom() {
        return CallRoom.admitted(doctor, patient, request);
    }

    private static String listener() {
        CallRoom.enter(doctor, request);
        JsonNode room = doctor.post(
                        CallRoom.path(request) + "/listeners",
                        Map.of(
                                "id", Ids.next(),
                                "accountId", Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE))))
                .ok();
        return room.path("listeners").get(0).path("id").asText();
    }

    /** Ending a session and changing a password would end the table's own sessions: they have tests of their own in identity. */
    private static final Set<String> ELSEWHERE = Set.of(
            "DELETE /api/identity/session",
            "DELETE /api/visit/identity/session",
            "PUT /api/identity/password",
            // the patient sees only what executed a request, and the request of this table stays in work:
            // SigningFlowTest
            "GET /api/visit/signing/documents/{id}/content",
            "GET /api/visit/signing/documents/{id}/archive",
            "POST /api/visit/signing/documents/{id}/verification",
            // nothing is recorded from browser to browser, so nobody can agree: RecordingsTest
            "PUT /api/conferencing/rooms/{requestId}/recording/consent",
            "PUT /api/visit/conferencing/room/recording/consent");

    @Test
    void everyOperationIsInTheTable() {
        Set<String> missing = new TreeSet<>(operations());
        missing.removeAll(TABLE.keySet());
        missing.removeAll(ELSEWHERE);
        assertEquals(Set.of(), missing, "operations without a valid call in this table");
        Set<String> gone = new TreeSet<>(TABLE.keySet());
        gone.removeAll(operations());
        assertEquals(Set.of(), gone, "operations that do not exist any more");
    }

    @Proves({"S038", "S169"})
    @TestFactory
    Stream<DynamicTest> theRightfulCallerSucceedsAndNobodyElse() {
        Api nobody = new Api(distribution);
        Api stranger = Api.as(distribution, Demo.STRANGER);
        Api bystander = Api.as(distribution, Demo.BYSTANDER);
        Api otherService =
                Api.service(distribution, Consultations.serviceToken(operator, Consultations.organisationOf(stranger)));
        String other = Consultations.file(stranger, Consultations.accountOf(stranger), "demo-konstantin")
                .id();
        Consultations.awaitChat(stranger, other);
        Api otherPatient = Consultations.patient(
                distribution,
                stranger,
                other,
                new Demo.Person("demo-konstantin", "", "", "", "", "1957-11-02", "3420"));
        List<DynamicTest> tests = new ArrayList<>();
        TABLE.forEach((name, operation) -> tests.add(dynamicTest(name, () -> {
            String method = name.substring(0, name.indexOf(' '));
            Api rightful =
                    switch (operation.access) {
                        case PATIENT -> patient;
                        case OPERATOR -> operator;
                        case SERVICE -> service;
                        case COORDINATOR -> coordinator;
                        default -> doctor;
                    };
            Call call = operation.call.get();
            Api.Answer answer = (operation.access == Access.ANYBODY ? new Api(distribution) : rightful)
                    .send(method, call.path, call.body, call.headers);
            assertTrue(
                    answer.status() >= 200 && answer.status() < 300,
                    name + " as the rightful caller: " + answer.status() + " " + answer.body());
            Map<String, Api> refused = new LinkedHashMap<>();
            if (operation.access != Access.ANYBODY) {
                refused.put("nobody", nobody);
                if (operation.access != Access.SERVICE) {
                    refused.put("a system with a token", service);
                }
            }
            switch (operation.access) {
                case PARTICIPANT, COORDINATOR -> {
                    refused.put("the patient of another request", otherPatient);
                    refused.put("the patient of the request", patient);
                    refused.put("a doctor of another organisation", stranger);
                    refused.put("a colleague who is not in the request", bystander);
                    refused.put("staff without the role", operator);
                    if (operation.access == Access.COORDINATOR) {
                        refused.put("the filer", Api.as(distribution, Demo.COLLEAGUE));
                    }
                }
                case DOCTOR -> {
                    refused.put("a patient", otherPatient);
                    refused.put("staff without the role", operator);
                }
                case STAFF -> refused.put("a patient", otherPatient);
                case PATIENT -> refused.put("staff", doctor);
                case OPERATOR -> {
                    refused.put("a patient", otherPatient);
                    refused.put("a doctor", doctor);
                }
                case SERVICE -> {
                    refused.put("a patient", otherPatient);
                    refused.put("a doctor of the organisation", doctor);
                    refused.put("an operator", operator);
                }
                case ANYBODY -> refused.clear();
            }
            Call again = operation.access == Access.ANYBODY ? call : operation.call.get();
            String before = state();
            refused.forEach((who, api) -> {
                Api.Answer refusal = api.send(method, again.path, again.body, again.headers);
                assertTrue(
                        Set.of(401, 403, 404).contains(refusal.status()),
                        name + " as " + who + ": " + refusal.status() + " " + refusal.body());
            });
            if (operation.access == Access.SERVICE && name.contains("{id}") && !name.contains("routes")) {
                assertEquals(404, otherService.get(again.path).status(), name + " as a system of another organisation");
            }
            if (operation.access == Access.PATIENT && again.path.contains("/files/")) {
                assertEquals(
                        404,
                        otherPatient.send(method, again.path, again.body).status(),
                        name + " as the patient of another request");
            }
            assertEquals(before, state(), name + ": a refused call changed something");
        })));
        return tests.stream();
    }

    /** What refused calls could have changed. */
    private static String state() {
        return doctor.get("/api/requests/" + request).ok().toString()
                + doctor.get("/api/chat/chats/" + request + "/messages?limit=200")
                        .ok()
                + doctor.get("/api/documents/requests/" + request + "/files").ok()
                + doctor.get("/api/requests/drafts").ok()
                + doctor.get("/api/requests/list?box=ALL&closed=true&limit=200").ok()
                + doctor.get("/api/scheduling/templates").ok();
    }

    private static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        doctor.get("/api/openapi.json").ok().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private static void on(String operation, Access access, Supplier<Call> call) {
        TABLE.put(operation, new Operation(access, call));
    }

    private static final String WITH_QUESTIONNAIRE = "general.patient-covid";

    private static String newRequest() {
        String id = Consultations.file(doctor, doctorId, WITH_QUESTIONNAIRE, Demo.ANNA.id())
                .id();
        Consultations.awaitChat(doctor, id);
        return id;
    }

    private static String newDraft() {
        return Consultations.draft(doctor, Demo.ANNA.id());
    }

    private static Call draftChange() {
        String id = newDraft();
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(
                "version",
                doctor.get("/api/requests/drafts/" + id).ok().path("version").asInt());
        change.put("step", "CONTACT");
        change.put("personId", Demo.ANNA.id());
        for (String empty : Arrays.asList("represented", "comment", "consultantId")) {
            change.put(empty, null);
        }
        change.put("email", "other@example.org");
        return new Call("/api/requests/drafts/" + id, change);
    }

    private static Call onQuestion(String operation, Object body) {
        String id = Consultations.question(Api.as(distribution, Demo.COLLEAGUE), coordinatorId);
        return new Call("/api/requests/" + id + "/" + operation, body);
    }

    private static Call handOver() {
        String handed = newRequest();
        String colleague = doctor.get("/api/requests/" + handed + "/colleagues")
                .ok()
                .path(0)
                .path("id")
                .asText();
        return new Call(
                "/api/requests/" + handed + "/hand-over",
                Map.of(
                        "consultantId",
                        colleague,
                        "start",
                        Consultations.freeSlots(doctor, colleague, 20).get(0),
                        "text",
                        "Ухожу в отпуск",
                        "version",
                        1));
    }

    private static Call reopening() {
        Call completion = completion();
        doctor.post(completion.path, completion.body).ok();
        String executed = completion.path.replace("/completion-without-conclusion", "/reopening");
        return new Call(executed, Map.of("text", "Дополнить заключение", "version", 2));
    }

    private static Call completion() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", "no-contact");
        body.put("text", null);
        body.put("version", 1);
        return new Call("/api/requests/" + newRequest() + "/completion-without-conclusion", body);
    }

    private static String newToken() {
        String url = doctor.post("/api/identity/links/" + request, Map.of())
                .ok()
                .path("url")
                .asText();
        return url.substring(url.indexOf('#') + 1);
    }

    /** A page of a scan. */
    private static String newPage(String requestId) {
        String id = Ids.next();
        byte[] pdf = ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n% " + id
                        + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
        doctor.send(
                        "POST",
                        "/api/documents/files",
                        pdf,
                        "Content-Type",
                        "application/pdf",
                        "Consilium-Upload",
                        "1",
                        "Consilium-File-Id",
                        id,
                        "Consilium-File-Name",
                        "scan.pdf",
                        "Consilium-Request",
                        requestId)
                .ok();
        return id;
    }

    private static String newFile() {
        String id = Ids.next();
        Call call = upload("/api/documents/files", id, request);
        doctor.send("POST", call.path, call.body, call.headers).ok();
        return id;
    }

    private static Call upload(String path, String id, String requestId) {
        List<String> headers = new ArrayList<>(List.of(
                "Content-Type",
                "text/plain",
                "Consilium-Upload",
                "1",
                "Consilium-File-Id",
                id,
                "Consilium-File-Name",
                "zametka.txt"));
        if (requestId != null) {
            headers.addAll(List.of("Consilium-Request", requestId));
        }
        return new Call(path, ("Заметка " + id).getBytes(StandardCharsets.UTF_8), headers.toArray(String[]::new));
    }

    private static Map<String, Object> message() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", Ids.next());
        message.put("text", "сообщение");
        message.put("documentId", null);
        return message;
    }

    private static Map<String, Object> template(String id) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("id", id);
        template.put("doctorId", doctorId);
        template.put("title", "Вечерний приём");
        template.put("weekdays", List.of(7));
        template.put("start", "20:00");
        template.put("end", "21:00");
        template.put("slotMinutes", 20);
        template.put("bufferMinutes", 0);
        template.put("validFrom", LocalDate.now().plusYears(1).toString());
        template.put("validTo", null);
        return template;
    }

    private static JsonNode newTemplate() {
        return doctor.post("/api/scheduling/templates", template(Ids.next())).ok();
    }

    private static Call templateChange() {
        JsonNode made = newTemplate();
        ((com.fasterxml.jackson.databind.node.ObjectNode) made).put("title", "Другое название");
        return new Call("/api/scheduling/templates/" + made.path("id").asText(), made);
    }

    private static Map<String, Object> absence(String id) {
        LocalDate day = LocalDate.now().plusYears(1);
        return Map.of(
                "id",
                id,
                "doctorId",
                doctorId,
                "start",
                day + "T00:00:00Z",
                "end",
                day.plusDays(1) + "T00:00:00Z",
                "reason",
                "VACATION");
    }

    private static Map<String, Object> credentials(Demo.Account account) {
        return Map.of("login", account.login(), "password", account.password());
    }

    private static String range() {
        LocalDate day = LocalDate.now().plusDays(1);
        return "&from=" + day + "T00:00:00Z&to=" + day.plusDays(7) + "T00:00:00Z";
    }
}
