package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.CallRoom;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.LiveSocket;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live channel: who is let in, who hears of what, and that it outlives the update of a domain. */
class LiveIT {
    private static final String STAFF = "/live";
    private static final String VISIT = "/live/visit";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int SESSION_ENDED = 4401;

    private static Distribution distribution;
    private static Api doctor;
    private static Api patient;
    private static String request;

    @BeforeAll
    static void prepare() {
        distribution = Distribution.own("live");
        doctor = Api.as(distribution, Demo.DOCTOR);
        request = newRequest("demo-anna");
        patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
    }

    @AfterAll
    static void stop() {
        distribution.close();
    }

    @Test
    void nobodyAndForeignPagesAreNotLetIn() {
        String staff = doctor.cookieHeader();
        String visit = patient.cookieHeader();
        String origin = distribution.url();
        for (String path : List.of(STAFF, VISIT)) {
            assertEquals(401, LiveSocket.refusal(distribution, path, null, origin));
            assertEquals(
                    401,
                    LiveSocket.refusal(distribution, path, "__Host-consilium=x; __Host-consilium-visit=x", origin));
            String cookie = path.equals(STAFF) ? staff : visit;
            for (String foreign :
                    List.of("https://evil.example", "null", "http://localhost:1", origin + ".evil.example")) {
                assertEquals(403, LiveSocket.refusal(distribution, path, cookie, foreign), "from " + foreign);
            }
            assertEquals(403, LiveSocket.refusal(distribution, path, cookie, null), "without an origin");
            assertEquals(101, LiveSocket.refusal(distribution, path, cookie, origin));
        }
        assertEquals(426, doctor.get(STAFF).status());
    }

    @Test
    void staffAndPatientsHaveDoorsOfTheirOwn() {
        String origin = distribution.url();
        assertEquals(401, LiveSocket.refusal(distribution, VISIT, doctor.cookieHeader(), origin));
        assertEquals(401, LiveSocket.refusal(distribution, STAFF, patient.cookieHeader(), origin));
        String swapped = "__Host-consilium=" + patient.cookie("__Host-consilium-visit") + "; __Host-consilium-visit="
                + doctor.cookie("__Host-consilium");
        assertEquals(401, LiveSocket.refusal(distribution, STAFF, swapped, origin));
        assertEquals(401, LiveSocket.refusal(distribution, VISIT, swapped, origin));
    }

    @Proves("S111")
    @Test
    void aMessageIsHeardByThoseConcernedAtOnceAndByNobodyElse() {
        Api stranger = Api.as(distribution, Demo.STRANGER);
        String others = newRequest("demo-konstantin");
        Api otherPatient = Consultations.patient(distribution, doctor, others, Demo.KONSTANTIN);
        try (LiveSocket atDoctor = LiveSocket.open(distribution, STAFF, doctor);
                LiveSocket atPatient = LiveSocket.open(distribution, VISIT, patient);
                LiveSocket atColleague = LiveSocket.open(distribution, STAFF, Api.as(distribution, Demo.BYSTANDER));
                LiveSocket atStranger = LiveSocket.open(distribution, STAFF, stranger);
                LiveSocket atOtherPatient = LiveSocket.open(distribution, VISIT, otherPatient)) {
            JsonNode posted = patient.post(
                            "/api/visit/chat/messages", Map.of("id", Ids.next(), "text", "Тайные слова пациента"))
                    .ok();
            long number = posted.path("number").asLong();
            Predicate<JsonNode> hint = it -> it.path("type").asText().equals("chat.message")
                    && it.path("subject").asText().equals(request)
                    && it.path("number").asLong() == number;
            atDoctor.await("the message at the doctor", SOON, hint);
            atPatient.await("the message at the patient", SOON, hint);

            JsonNode answered = doctor.post(
                            "/api/chat/chats/" + request + "/messages",
                            Map.of("id", Ids.next(), "text", "Тайный ответ врача"))
                    .ok();
            Predicate<JsonNode> answer = it -> it.path("type").asText().equals("chat.message")
                    && it.path("number").asLong() == answered.path("number").asLong();
            atPatient.await("the answer at the patient", SOON, answer);
            assertFalse(atPatient.hints().toString().contains("Тайн"), "a hint carries words");

            // hints go out in order: once the later one of another request is there, an earlier one would have been
            doctor.post("/api/chat/chats/" + others + "/messages", Map.of("id", Ids.next(), "text", "другому"))
                    .ok();
            atOtherPatient.await(
                    "his own message", SOON, it -> it.path("subject").asText().equals(others));
            String strangers = newRequest(stranger, "demo-zinaida");
            atStranger.await("the stranger's own request", Duration.ofSeconds(5), it -> it.path("subject")
                    .asText()
                    .equals(strangers));
            for (LiveSocket other : List.of(atColleague, atStranger, atOtherPatient)) {
                assertTrue(
                        other.hints().stream()
                                .noneMatch(it -> it.path("subject").asText().equals(request)),
                        "heard by others: " + other.hints());
            }
            assertTrue(atDoctor.isOpen() && atPatient.isOpen());
        }
    }

    @Test
    void whatIsSaidInARoomReachesOnlyThoseWhoAreInIt() {
        CallRoom.enter(doctor, request);
        Api otherPatient = Consultations.patient(distribution, doctor, newRequest("demo-konstantin"), Demo.KONSTANTIN);
        String target = CallRoom.admitted(doctor, patient, request);
        Map<String, String> payloads = Map.of(
                "conferencing.alive", "{\"connection\":\"" + CallRoom.CONNECTION + "\"}",
                "conferencing.signal",
                        "{\"connection\":\"" + CallRoom.CONNECTION + "\",\"to\":\"" + target + "\",\"data\":\"v=0\"}",
                "conferencing.pointer", "{\"connection\":\"" + CallRoom.CONNECTION + "\",\"data\":\"1,2\"}",
                "conferencing.board",
                        "{\"connection\":\"" + CallRoom.CONNECTION
                                + "\",\"elements\":[{\"id\":\"a\",\"version\":1,\"nonce\":1,\"element\":\"{\\\"id\\\":\\\"a\\\"}\"}]}");
        try (LiveSocket atDoctor = LiveSocket.open(distribution, STAFF, doctor);
                LiveSocket atPatient = LiveSocket.open(distribution, VISIT, patient);
                LiveSocket atStranger = LiveSocket.open(distribution, STAFF, Api.as(distribution, Demo.STRANGER));
                LiveSocket atColleague = LiveSocket.open(distribution, STAFF, Api.as(distribution, Demo.BYSTANDER));
                LiveSocket atOther = LiveSocket.open(distribution, VISIT, otherPatient)) {
            payloads.forEach((type, payload) -> {
                for (LiveSocket outside : List.of(atStranger, atColleague, atOther)) {
                    outside.say(said(type, payload));
                    outside.await(
                            "the refusal of " + type,
                            SOON,
                            it -> it.path("type").asText().equals("live.refused")
                                    && it.path("payload").path("type").asText().equals(type)
                                    && it.path("payload").path("code").asText().equals("requests.not-found"));
                }
            });
            atPatient.say(said("conferencing.alive", payloads.get("conferencing.alive")));
            atDoctor.say(said("conferencing.alive", payloads.get("conferencing.alive")));
            atDoctor.say(said("conferencing.signal", payloads.get("conferencing.signal")));
            atPatient.await(
                    "the doctor's signal",
                    SOON,
                    it -> it.path("type").asText().equals("conferencing.signal")
                            && it.path("payload").path("data").asText().equals("v=0"));
            assertEquals(
                    1,
                    atPatient.hints().stream()
                            .filter(it -> it.path("type").asText().equals("conferencing.signal"))
                            .count(),
                    "signals of others arrived");
            atDoctor.say(said("conferencing.board", payloads.get("conferencing.board")));
            atPatient.await(
                    "the doctor's stroke", SOON, it -> it.path("type").asText().equals("conferencing.board"));
            for (LiveSocket outside : List.of(atStranger, atColleague, atOther)) {
                assertTrue(
                        outside.hints().stream()
                                .noneMatch(it -> it.path("type").asText().startsWith("conferencing.")),
                        "heard outside: " + outside.hints());
            }
        }
        doctor.post(CallRoom.path(request) + "/end", Map.of()).ok();
    }

    private static String said(String type, String payload) {
        return "{\"type\":\"" + type + "\",\"subject\":\"" + request + "\",\"payload\":" + payload + "}";
    }

    @Test
    void whatNobodyTakesIsIgnored() {
        try (LiveSocket live = LiveSocket.open(distribution, STAFF, doctor)) {
            live.say("{\"type\":\"chat.message\",\"subject\":\"" + request + "\",\"number\":1}");
            live.say("not json");
            doctor.post("/api/chat/chats/" + request + "/messages", Map.of("id", Ids.next(), "text", "ещё здесь"))
                    .ok();
            live.await("a hint after nonsense", SOON, it -> it.path("type")
                    .asText()
                    .equals("chat.message"));
        }
    }

    @Proves("S037")
    @Test
    void logOutClosesTheSocketOfThatSessionOnly() {
        Api leaving = Api.as(distribution, Demo.COLLEAGUE);
        Api staying = Api.as(distribution, Demo.COLLEAGUE);
        try (LiveSocket first = LiveSocket.open(distribution, STAFF, leaving);
                LiveSocket second = LiveSocket.open(distribution, STAFF, staying)) {
            String cookie = leaving.cookieHeader();
            leaving.delete("/api/identity/session").ok();
            assertEquals(SESSION_ENDED, first.awaitClose(SOON));
            assertEquals(401, LiveSocket.refusal(distribution, STAFF, cookie, distribution.url()));
            assertTrue(second.isOpen(), "the other session's socket was closed too");
        }
    }

    @Test
    void aRevokedLinkClosesThePatientsSocket() {
        String revoked = newRequest("demo-anna");
        Api visitor = Consultations.patient(distribution, doctor, revoked, Demo.ANNA);
        try (LiveSocket live = LiveSocket.open(distribution, VISIT, visitor)) {
            doctor.delete("/api/identity/links/" + revoked).ok();
            assertEquals(SESSION_ENDED, live.awaitClose(SOON));
        }
    }

    @Test
    void theUpdateOfTheChatClosesNoSocket() {
        try (LiveSocket atDoctor = LiveSocket.open(distribution, STAFF, doctor);
                LiveSocket atPatient = LiveSocket.open(distribution, VISIT, patient)) {
            String name = "org.consilium.chat.provider";
            String jar = distribution.home() + "/system/org/consilium/" + name + "/0.1.0/" + name + "-0.1.0.jar";
            String answer = distribution.console("bundle:update " + name + " file:" + jar);
            assertFalse(answer.contains("Error"), answer);
            Distribution.await(
                    "the chat to be back",
                    Duration.ofSeconds(60),
                    () -> patient.get("/api/visit/chat/chat").status() == 200);
            assertTrue(atDoctor.isOpen() && atPatient.isOpen(), "the update closed a socket");
            JsonNode posted = patient.post("/api/visit/chat/messages", Map.of("id", Ids.next(), "text", "после замены"))
                    .ok();
            for (LiveSocket live : List.of(atDoctor, atPatient)) {
                live.await(
                        "the message after the update",
                        SOON,
                        it -> it.path("type").asText().equals("chat.message")
                                && it.path("number").asLong()
                                        == posted.path("number").asLong());
            }
        }
    }

    private static String newRequest(String person) {
        return newRequest(doctor, person);
    }

    private static String newRequest(Api filer, String person) {
        String id = Consultations.file(filer, Consultations.accountOf(filer), person)
                .id();
        Consultations.awaitChat(filer, id);
        return id;
    }
}
