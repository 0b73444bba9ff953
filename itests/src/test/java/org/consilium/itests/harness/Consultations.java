package org.consilium.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files requests and opens the patient's side through REST, as the interface does. */
public final class Consultations {
    /** A filed request. */
    public record Filed(String id, String number, String consultantId) {}

    private Consultations() {}

    /** The caller's own account id. */
    public static String accountOf(Api doctor) {
        return doctor.get("/api/identity/session").ok().path("accountId").asText();
    }

    /** The organisation of somebody on staff. */
    public static String organisationOf(Api staff) {
        JsonNode me = staff.get("/api/identity/session").ok();
        for (JsonNode member : staff.get("/api/identity/directory?q=" + encoded(me.path("surname")))
                .ok()
                .path("items")) {
            if (member.path("id").equals(me.path("accountId"))) {
                return member.path("organisationId").asText();
            }
        }
        throw new AssertionError("not in the directory");
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(text.asText(), StandardCharsets.UTF_8);
    }

    /** What makes a service token. */
    public static Map<String, Object> newServiceToken(String organisation) {
        return Map.of(
                "id",
                Ids.next(),
                "organisationId",
                organisation,
                "name",
                "МИС",
                "expiresAt",
                Instant.now().plus(1, ChronoUnit.DAYS).toString());
    }

    /** The secret of a new service token. */
    public static String serviceToken(Api operator, String organisation) {
        return operator.post("/api/identity/service-tokens", newServiceToken(organisation))
                .ok()
                .path("secret")
                .asText();
    }

    /** A draft of the plain route, filled up to the choice of the slot. */
    public static String draft(Api doctor, String personId) {
        return draft(doctor, "general.patient", personId);
    }

    /** The same of another route for patients. */
    public static String draft(Api doctor, String routeId, String personId) {
        String id = Ids.next();
        begin(doctor, id, routeId).ok();
        fill(doctor, id, personId);
        return id;
    }

    /** Begins a draft in general medicine. */
    public static Api.Answer begin(Api doctor, String id, String routeId) {
        return doctor.post("/api/requests/drafts", Map.of("id", id, "routeId", routeId, "profile", "97"));
    }

    /** Fills a draft up to the choice of the slot. */
    public static void fill(Api doctor, String id, String personId) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(
                "version",
                doctor.get("/api/requests/drafts/" + id).ok().path("version").asInt());
        content.put("step", "CONTACT");
        content.put("personId", personId);
        content.put("represented", null);
        content.put("email", "patient@example.org");
        content.put("comment", null);
        content.put("consultantId", null);
        doctor.put("/api/requests/drafts/" + id, content).ok();
    }

    /** Free slots of a doctor from tomorrow on, in a random order, so that parallel stories seldom meet. */
    public static List<String> freeSlots(Api doctor, String consultantId, int days) {
        return freeSlots(doctor, consultantId, days, 0);
    }

    /** The same for visits of at least that length. */
    public static List<String> freeSlots(Api doctor, String consultantId, int days, int minutes) {
        Instant from = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        JsonNode slots = doctor.get("/api/scheduling/slots?doctor=" + consultantId + "&from=" + from + "&to="
                        + from.plus(days, ChronoUnit.DAYS) + "&minutes=" + minutes)
                .ok();
        List<String> starts = new ArrayList<>();
        slots.forEach(slot -> starts.add(slot.path("start").asText()));
        Collections.shuffle(starts);
        return starts;
    }

    /** Submits a draft. */
    public static Api.Answer submit(Api doctor, String draftId, String consultantId, String start) {
        return doctor.post(
                "/api/requests/drafts/" + draftId + "/submission",
                Map.of("consultantId", consultantId, "start", start));
    }

    /** A request in work of a registry person with a consultant, at any free time. */
    public static Filed file(Api doctor, String consultantId, String personId) {
        return file(doctor, consultantId, "general.patient", personId);
    }

    /** The same on another route for patients. */
    public static Filed file(Api doctor, String consultantId, String routeId, String personId) {
        String draft = draft(doctor, routeId, personId);
        return new Filed(draft, book(doctor, draft, consultantId).path("number").asText(), consultantId);
    }

    /** Submits a draft at any free time and returns the request. */
    public static JsonNode book(Api doctor, String draft, String consultantId) {
        for (String start : freeSlots(doctor, consultantId, 20)) {
            Api.Answer answer = submit(doctor, draft, consultantId, start);
            if (answer.status() != 409) {
                return answer.ok();
            }
        }
        throw new AssertionError("no free slot");
    }

    /** A question to a doctor, which waits for the coordinator. */
    public static String question(Api filer, String coordinatorId) {
        String id = Ids.next();
        filer.post("/api/requests/drafts", Map.of("id", id, "routeId", "general.doctor", "profile", "97"))
                .ok();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", 1);
        content.put("step", "CONSULTANT");
        content.put("consultantId", coordinatorId);
        content.put("urgency", "URGENT");
        content.put("forms", question());
        filer.put("/api/requests/drafts/" + id, content).ok();
        filer.post("/api/requests/drafts/" + id + "/submission", Map.of("consultantId", coordinatorId))
                .ok();
        return id;
    }

    /** Right answers to the form of the bundled route for doctors among themselves. */
    public static Map<String, Object> question() {
        return Map.of(
                "question",
                Map.of("summary", "Гипертония второй степени, СКФ 40", "question", "Какую дозу препарата назначить?"));
    }

    /** The coordinator names the consultant of a question. */
    public static void accept(Api coordinator, String requestId, String consultantId) {
        coordinator
                .post("/api/requests/" + requestId + "/acceptance", Map.of("consultantId", consultantId, "version", 1))
                .ok();
    }

    /** Waits until the chat of a request is there. */
    public static void awaitChat(Api doctor, String requestId) {
        Distribution.await(
                "the chat of " + requestId,
                Duration.ofSeconds(30),
                () -> doctor.get("/api/chat/chats/" + requestId).status() == 200);
    }

    /** The patient of a request, behind the personal link, the check and the consent. */
    public static Api patient(Distribution distribution, Api doctor, String requestId, Demo.Person person) {
        Api patient = new Api(distribution);
        String url = doctor.post("/api/identity/links/" + requestId, Map.of())
                .ok()
                .path("url")
                .asText();
        JsonNode visit = patient.post(
                        "/api/visit/identity/session",
                        Map.of(
                                "token", url.substring(url.indexOf('#') + 1),
                                "birthDate", person.birthDate(),
                                "lastFour", person.lastFour()))
                .ok();
        patient.post(
                        "/api/visit/identity/consent",
                        Map.of("version", visit.path("consent").path("version").asText()))
                .ok();
        return patient;
    }
}
