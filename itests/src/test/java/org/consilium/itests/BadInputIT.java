package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Api.Answer;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Refusal;
import org.consilium.itests.harness.Together;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is definite, has its own code and a sentence for people, and nothing that was typed is lost. */
class BadInputIT {
    private static final int MAX_JSON = 1 << 20;
    private static final int MAX_FILE_MIB = 25;

    private static Distribution distribution;
    private static Api doctor;
    private static String doctorId;

    @BeforeAll
    static void logIn() {
        distribution = Distribution.shared();
        doctor = Api.as(distribution, Demo.DOCTOR);
        doctorId = Consultations.accountOf(doctor);
    }

    /** A doctor may keep a limited number of drafts. */
    @AfterEach
    void dropDrafts() {
        doctor.get("/api/requests/drafts").ok().forEach(draft -> doctor.delete(
                        "/api/requests/drafts/" + draft.path("id").asText())
                .ok());
    }

    // log-in

    @Proves("S023")
    @Test
    void aWrongPasswordAndAnUnknownLoginAreTheSameAnswer() {
        Answer password = Refusal.check(401, "identity.wrong-credentials", logIn(Demo.BYSTANDER.login(), "wrong"));
        Answer login = Refusal.check(401, "identity.wrong-credentials", logIn("nobody-" + Ids.next(), "wrong"));
        assertEquals(withoutInstance(password), withoutInstance(login));
        assertTrue(password.raw().headers().allValues("Set-Cookie").isEmpty(), "a cookie without a log-in");
        Refusal.check(422, "identity.body-missing", new Api(distribution).post("/api/identity/session", "null"));
    }

    @Test
    void guessingIsSlowedDownAndSaysForHowLong() {
        String login = "guessed-" + Ids.next();
        Answer last = logIn(login, "wrong");
        for (int i = 0; i < 20 && last.status() == 401; i++) {
            last = logIn(login, "wrong");
        }
        Refusal.check(429, "platform.too-many-attempts", last);
        int seconds = last.body().path("retryAfter").asInt();
        assertTrue(seconds > 0 && seconds <= 900, "retryAfter " + seconds);
        assertEquals(
                String.valueOf(seconds),
                last.raw().headers().firstValue("Retry-After").orElse(""));
    }

    private static Answer logIn(String login, String password) {
        return new Api(distribution).post("/api/identity/session", Map.of("login", login, "password", password));
    }

    // personal links

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"garbage\"}",
                "{\"token\":\"\"}",
                "{\"token\":null}",
                "{\"token\":\"../../etc/passwd\"}"
            })
    void aGarbageLinkIsUnknown(String body) {
        Refusal.check(404, "identity.link-unknown", new Api(distribution).post("/api/visit/identity/challenge", body));
    }

    @Test
    void wrongAnswersLockTheLinkAndTheDoctorSeesIt() {
        String request = newRequest();
        String token = newToken(request);
        Api patient = new Api(distribution);
        Refusal.check(
                422,
                "identity.answer-incomplete",
                patient.post(
                        "/api/visit/identity/session",
                        "{\"token\":\"" + token + "\",\"birthDate\":null,\"lastFour\":null}"));
        for (int left = 4; left > 0; left--) {
            Answer answer = Refusal.check(401, "identity.link-check-failed", enter(patient, token, "1985-03-15"));
            assertEquals(left, answer.body().path("attemptsLeft").asInt());
        }
        assertTrue(
                List.of(401, 410).contains(enter(patient, token, "1985-03-15").status()));
        Refusal.check(410, "identity.link-locked", enter(patient, token, Demo.ANNA.birthDate()));
        assertEquals(
                "LOCKED",
                doctor.get("/api/identity/links/" + request).ok().path("state").asText());
    }

    @Test
    void aRevokedLinkAndAnExpiredOneAreGone() {
        String request = newRequest();
        String revoked = newToken(request);
        doctor.delete("/api/identity/links/" + request).ok();
        Refusal.check(410, "identity.link-revoked", enter(new Api(distribution), revoked, Demo.ANNA.birthDate()));

        String expired = newToken(request);
        cancel(request);
        Api patient = new Api(distribution);
        patient.post("/api/visit/identity/challenge", Map.of("token", expired)).ok();
        readingDays(0);
        try {
            Distribution.await(
                    "the end of reading",
                    Duration.ofSeconds(20),
                    () -> challenge(patient, expired).status() == 410);
            Refusal.check(410, "identity.link-expired", challenge(patient, expired));
        } finally {
            readingDays(30);
            Distribution.await(
                    "reading again",
                    Duration.ofSeconds(20),
                    () -> challenge(patient, expired).status() == 200);
        }
    }

    private static void readingDays(int days) {
        distribution.set("org.consilium.identity.cfg", "readingDays", String.valueOf(days));
    }

    private static Answer challenge(Api patient, String token) {
        return patient.post("/api/visit/identity/challenge", Map.of("token", token));
    }

    private static Answer enter(Api patient, String token, String birthDate) {
        return patient.post(
                "/api/visit/identity/session",
                Map.of("token", token, "birthDate", birthDate, "lastFour", Demo.ANNA.lastFour()));
    }

    // JSON, addresses, methods, origins

    @ParameterizedTest
    @ValueSource(
            strings = {"not json", "{", "[]", "\"text\"", "{\"id\":\"x\"}", "{\"id\":7}", "{\"misspelt\":1}", "<draft/>"
            })
    void aBodyThatIsNotTheExpectedJson(String body) {
        Refusal.check(400, "platform.bad-json", doctor.post("/api/requests/drafts", body));
    }

    @Test
    void anEmptyBodySaysWhatIsMissing() {
        for (String body : List.of("", "null", "{}")) {
            Answer answer = Refusal.check(422, "requests.incomplete", doctor.post("/api/requests/drafts", body));
            assertEquals(
                    "id", answer.body().path("problems").path(0).path("field").asText());
        }
    }

    @Test
    void moreThanAMebibyteOfJsonIsRefusedWithAndWithoutALength() {
        byte[] body =
                ("{\"kind\":\"SNILS\",\"value\":\"" + "1".repeat(MAX_JSON) + "\"}").getBytes(StandardCharsets.UTF_8);
        Refusal.check(413, "platform.too-large", doctor.post("/api/registry/search", body));
        Refusal.check(413, "platform.too-large", doctor.post("/api/registry/search", new ByteArrayInputStream(body)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "https://evil.example", "null", "http://localhost", "http://localhost.evil.example:8181"})
    void aForeignOrMissingOrigin(String origin) {
        String body = "{\"kind\":\"POLICY\",\"value\":\"" + Demo.ANNA.policy() + "\"}";
        Refusal.check(
                403, "platform.wrong-origin", doctor.send("POST", "/api/registry/search", body, "Origin", origin));
        Refusal.check(
                403, "platform.wrong-origin", doctor.send("DELETE", "/api/identity/session", null, "Origin", origin));
        Refusal.check(403, "platform.wrong-origin", upload(doctor, file("a.txt"), text("текст"), "Origin", origin));
        assertEquals(200, doctor.get("/api/identity/session").status(), "the session was ended from a foreign page");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "none"})
    void whatAFormCouldSend(String type) {
        String body = "{\"kind\":\"POLICY\",\"value\":\"" + Demo.ANNA.policy() + "\"}";
        Refusal.check(
                415, "platform.json-needed", doctor.send("POST", "/api/registry/search", body, "Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/nothing/x",
                "/api/visit/nothing/x",
                "/api/chat/nothing",
                "/api/chat/visit/chat",
                "/api/visit/visit"
            })
    void anUnknownAddress(String path) {
        Refusal.check(404, "platform.not-found", doctor.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "DELETE", "MKCOL"})
    void anUnknownMethod(String method) {
        Refusal.check(405, "platform.method-not-allowed", doctor.send(method, "/api/requests/counters", Map.of()));
    }

    @Test
    void anAnswerThatIsNotToBeHad() {
        Refusal.check(
                406,
                "platform.not-acceptable",
                doctor.send("GET", "/api/requests/counters", null, "Accept", "text/html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests/xyz",
                "/api/requests/1;drop",
                "/api/requests/drafts/123",
                "/api/chat/chats/x",
                "/api/documents/files/x/content",
                "/api/documents/files/%22%3C/content",
                "/api/documents/requests/-/files",
                "/api/identity/links/x",
                "/api/notifications/requests/x"
            })
    void aMalformedIdentifierInAnAddress(String path) {
        Refusal.check(404, "platform.bad-identifier", doctor.get(path));
    }

    @Test
    void aMalformedIdentifierInAnAddressOfThePatient() {
        String id = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.ANNA.id())
                .id();
        Api patient = Consultations.patient(distribution, doctor, id, Demo.ANNA);
        Refusal.check(404, "platform.bad-identifier", patient.get("/api/visit/documents/files/%22%3C/content"));
    }

    @Test
    void anIdentifierOfNothing() {
        String unknown = Ids.unknown();
        Refusal.check(404, "requests.not-found", doctor.get("/api/requests/" + unknown));
        Refusal.check(404, "requests.draft-not-found", doctor.get("/api/requests/drafts/" + unknown));
        Refusal.check(404, "documents.not-found", doctor.get("/api/documents/files/" + unknown + "/content"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests/list?box=ALL&cursor=",
                "/api/chat/chats?cursor=",
                "/api/documents/files?cursor=",
                "/api/identity/directory?cursor="
            })
    void aCursorThatNoListGave(String path) {
        for (String cursor : List.of("***", "AAAA", "bm90aGluZw")) {
            Refusal.check(400, "platform.bad-cursor", doctor.get(path + cursor));
        }
    }

    /** No client of ours sends such a thing, so it goes by hand. */
    @Test
    void aQueryThatIsNoQuery() throws IOException {
        URI address = URI.create(distribution.url());
        for (String query : List.of("q=%", "q=%zz", "q=%d0%9", "%=1")) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(text("GET /api/requests/list?" + query + " HTTP/1.1\r\nHost: " + host()
                                + "\r\nConnection: close\r\n\r\n"));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 400 "), query + " is answered " + answer);
                assertTrue(answer.contains("\"platform.bad-parameter\""), query + " is answered " + answer);
            }
        }
    }

    @Test
    void aFilterThatDoesNotExist() {
        Refusal.check(400, "requests.bad-filter", doctor.get("/api/requests/list?box=NOTHING"));
        Refusal.check(400, "requests.bad-filter", doctor.get("/api/requests/list?box=ALL&state=NOTHING"));
        Answer slots =
                Refusal.check(422, "scheduling.invalid", doctor.get("/api/scheduling/slots?doctor=x&from=a&to=b"));
        assertEquals(
                "doctor", slots.body().path("problems").path(0).path("field").asText());
    }

    // registry

    @ParameterizedTest
    @CsvSource({"SNILS,112-233", "SNILS,11223344595x", "SNILS,''", "POLICY,abc", "PASSPORT,12", "PASSPORT,40 10 1234567"
    })
    void aMalformedNumberOfAPerson(String kind, String value) {
        Answer answer = Refusal.check(
                422,
                "registry.invalid-identifier",
                doctor.post("/api/registry/search", Map.of("kind", kind, "value", value)));
        assertEquals(
                "value", answer.body().path("problems").path(0).path("field").asText());
    }

    @Proves("S056")
    @Test
    void aWrongCheckDigitIsSearchedAllTheSameAndNotFoundIsNoFailure() {
        JsonNode answer = doctor.post("/api/registry/search", Map.of("kind", "SNILS", "value", "112-233-445 96"))
                .ok();
        assertFalse(answer.path("checkDigit").asBoolean());
        assertEquals(0, answer.path("items").size());
    }

    // drafts and submissions

    @Test
    void anUnknownRouteAndAnUnknownProfile() {
        Refusal.check(404, "requests.unknown-route", newDraft("general.nothing", "97"));
        Refusal.check(
                404, "requests.unknown-route", doctor.put("/api/requests/routes/general.nothing/favourite", Map.of()));
        Answer answer = Refusal.check(422, "requests.unknown-profile", newDraft("general.patient", "9999"));
        assertEquals(
                "profile", answer.body().path("problems").path(0).path("field").asText());
    }

    private static Answer newDraft(String route, String profile) {
        return doctor.post("/api/requests/drafts", Map.of("id", Ids.next(), "routeId", route, "profile", profile));
    }

    @Proves("S065")
    @Test
    void wrongValuesStayInTheDraftAsTypedAndAreNamedWhenItIsSubmitted() {
        String id = Ids.next();
        doctor.post("/api/requests/drafts", Map.of("id", id, "routeId", "general.representative", "profile", "68"))
                .ok();
        Map<String, Object> represented = new LinkedHashMap<>();
        represented.put("surname", "Кузнецов");
        represented.put("name", "");
        represented.put("patronymic", null);
        represented.put("birthDate", "2021-13-45");
        represented.put("sex", "MALE");
        represented.put("snils", "112-233-445 96");
        represented.put("policy", "12");
        represented.put("relation", "мать");
        JsonNode draft = doctor.put(
                        "/api/requests/drafts/" + id, change(id, "demo-maria", represented, "нет почты", "мамин"))
                .ok();
        assertEquals("нет почты", draft.path("email").asText());
        assertEquals("мамин", draft.path("phone").asText());
        assertEquals("112-233-445 96", draft.path("represented").path("snils").asText());
        assertEquals("2021-13-45", draft.path("represented").path("birthDate").asText());

        Answer refused = Refusal.check(
                422, "requests.incomplete", Consultations.submit(doctor, id, doctorId, "2030-01-01T09:00:00Z"));
        List<String> fields = refused.body().path("problems").findValuesAsText("field");
        for (String field : List.of(
                "email",
                "phone",
                "represented/name",
                "represented/birthDate",
                "represented/snils",
                "represented/policy")) {
            assertTrue(fields.contains(field), field + " is not named in " + fields);
        }
        assertEquals(draft, doctor.get("/api/requests/drafts/" + id).ok(), "the draft changed by the refusal");
    }

    @Test
    void aDraftThatChangedMeanwhileIsNotOverwritten() {
        String id = Consultations.draft(doctor, Demo.ANNA.id());
        Map<String, Object> first = change(id, Demo.ANNA.id(), null, "first@example.org");
        Map<String, Object> second = change(id, Demo.ANNA.id(), null, "second@example.org");
        doctor.put("/api/requests/drafts/" + id, first).ok();
        Refusal.check(409, "requests.changed-meanwhile", doctor.put("/api/requests/drafts/" + id, second));
        assertEquals(
                "first@example.org",
                doctor.get("/api/requests/drafts/" + id).ok().path("email").asText());
    }

    @Test
    void moreTextThanAnybodyTypes() {
        String id = Consultations.draft(doctor, Demo.ANNA.id());
        Map<String, Object> change = change(id, Demo.ANNA.id(), null, "patient@example.org");
        change.put("comment", "я".repeat(5001));
        Refusal.check(422, "requests.too-much-text", doctor.put("/api/requests/drafts/" + id, change));
    }

    @Proves("S071")
    @Test
    void aTakenSlotLosesNothingThatWasTyped() {
        String start = take(Consultations.draft(doctor, person(1)));
        String late = Consultations.draft(doctor, person(2));
        JsonNode before = doctor.get("/api/requests/drafts/" + late).ok();
        Refusal.check(409, "scheduling.slot-taken", Consultations.submit(doctor, late, doctorId, start));
        assertEquals(before, doctor.get("/api/requests/drafts/" + late).ok());
        take(late);
    }

    @Test
    void aPatientCannotBeInTwoPlacesAndNobodyIsBookedOutsideTheSchedule() {
        String colleague = Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE));
        String start = take(Consultations.draft(doctor, person(3)));
        String again = Consultations.draft(doctor, person(3));
        Refusal.check(409, "scheduling.patient-busy", Consultations.submit(doctor, again, colleague, start));
        String inVain = Instant.parse(start).plusSeconds(7).toString();
        Refusal.check(422, "scheduling.no-such-slot", Consultations.submit(doctor, again, colleague, inVain));
        Refusal.check(
                422, "scheduling.no-such-slot", Consultations.submit(doctor, again, colleague, "2020-01-01T09:00:00Z"));
        Refusal.check(400, "platform.bad-json", Consultations.submit(doctor, again, colleague, "tomorrow"));
    }

    @Test
    void aSecondSubmitIsTheSameAnswerAndNothingHappensTwice() throws InterruptedException, ExecutionException {
        String draft = Consultations.draft(doctor, person(4));
        String start = take(draft);
        JsonNode first = doctor.get("/api/requests/" + draft).ok();
        List<Answer> again = Together.call(10, i -> Consultations.submit(doctor, draft, doctorId, start));
        for (Answer answer : again) {
            assertEquals(first, answer.ok());
        }
        assertEquals(List.of(draft), requestsFound(first.path("number").asText()));
        Consultations.awaitChat(doctor, draft);
        Distribution.await("the mail", Duration.ofSeconds(30), () -> appointments(draft) > 0);
        assertEquals(1, appointments(draft));
        Refusal.check(
                409,
                "requests.already-submitted",
                Consultations.submit(
                        doctor,
                        draft,
                        doctorId,
                        Instant.parse(start).plusSeconds(86_400).toString()));
    }

    private static long appointments(String request) {
        return doctor.get("/api/notifications/requests/" + request).ok().findValuesAsText("kind").stream()
                .filter("APPOINTMENT"::equals)
                .count();
    }

    @Test
    void aClosedRequestTakesNothingMore() {
        String request = newRequest();
        cancel(request);
        Refusal.check(
                409,
                "requests.closed",
                doctor.post("/api/chat/chats/" + request + "/messages", Map.of("id", Ids.next(), "text", "ещё слово")));
        Refusal.check(
                409,
                "requests.closed",
                doctor.post("/api/requests/" + request + "/cancellation", Map.of("text", "снова", "version", 2)));
        Refusal.check(
                409, "requests.closed", upload(doctor, file("a.txt"), text("текст"), "Consilium-Request", request));
    }

    // chat

    @Test
    void messagesThatAreNone() {
        String request = newRequest();
        String path = "/api/chat/chats/" + request + "/messages";
        Refusal.check(422, "chat.message-empty", doctor.post(path, Map.of("id", Ids.next(), "text", " \n ")));
        Refusal.check(
                422, "chat.message-too-long", doctor.post(path, Map.of("id", Ids.next(), "text", "я".repeat(4001))));
        Refusal.check(422, "chat.message-without-id", doctor.post(path, Map.of("text", "без номера")));
        Refusal.check(
                404, "documents.not-found", doctor.post(path, Map.of("id", Ids.next(), "documentId", Ids.unknown())));
        String id = Ids.next();
        JsonNode posted = doctor.post(path, Map.of("id", id, "text", "одно")).ok();
        assertEquals(posted, doctor.post(path, Map.of("id", id, "text", "одно")).ok());
        Api patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        Refusal.check(
                409, "chat.id-taken", patient.post("/api/visit/chat/messages", Map.of("id", id, "text", "чужое")));
        assertEquals(1, doctor.get(path).ok().path("items").size());
    }

    // files

    @Test
    void aFileThatIsTooLargeIsRefusedAndLeavesNothing() throws IOException {
        Stream<InputStream> mebibytes = IntStream.rangeClosed(0, MAX_FILE_MIB)
                .mapToObj(i -> new ByteArrayInputStream(text("строка текста.\n".repeat(45_000))));
        InputStream large = new SequenceInputStream(java.util.Collections.enumeration(mebibytes.toList()));
        Map<String, String> file = file("large.txt");
        Answer answer = Refusal.check(413, "documents.too-large", upload(doctor, file, large));
        assertEquals(MAX_FILE_MIB << 20, answer.body().path("maxBytes").asInt());
        assertNothingLeft(file);
    }

    @Test
    void filesThatAreNotWhatTheySay() throws IOException {
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("рисунок.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        refused.put("фото.jpg", text("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        refused.put("с разметкой.pdf", text("<html><script>alert(1)</script></html>\n%PDF-1.4\n%%EOF"));
        refused.put("с картинкой.pdf", text("GIF89a%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"));
        refused.put("с архивом.pdf", joined(text("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"), zip()));
        refused.put("программа.txt", joined(text("MZ"), new byte[200]));
        for (Map.Entry<String, byte[]> content : refused.entrySet()) {
            Map<String, String> file = file(content.getKey());
            Refusal.check(415, "documents.refused-type", upload(doctor, file, content.getValue()));
            assertNothingLeft(file);
        }
    }

    @Test
    void aHugeImageIsRefusedByItsHeader() throws IOException {
        Map<String, String> file = file("снимок.png");
        Refusal.check(422, "documents.too-many-pixels", upload(doctor, file, png(30_000, 30_000)));
        assertNothingLeft(file);
        assertEquals(201, upload(doctor, file("снимок.png"), png(300, 300)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/x", "..\\..\\etc\\x", "..", "", "a\u0000b.txt", "a\nb.txt", "счёт\u202Etxt.exe"})
    void aNameThatIsAPathOrHidesSomething(String name) throws IOException {
        Map<String, String> file = file(name);
        Refusal.check(422, "documents.bad-name", upload(doctor, file, text("текст")));
        assertNothingLeft(file);
    }

    @Test
    void anUploadWithoutWhatItNeeds() {
        Refusal.check(422, "documents.empty", upload(doctor, file("a.txt"), new byte[0]));
        Refusal.check(
                422, "documents.bad-upload", upload(doctor, file("a.txt"), text("текст"), "Consilium-File-Id", "x"));
        Refusal.check(
                422, "documents.bad-upload", upload(doctor, file("a.txt"), text("текст"), "Consilium-Request", "x"));
        Refusal.check(
                404,
                "requests.not-found",
                upload(doctor, file("a.txt"), text("текст"), "Consilium-Request", Ids.unknown()));
        Refusal.check(
                415, "platform.json-needed", upload(doctor, file("a.txt"), text("текст"), "Consilium-Upload", null));
        Map<String, String> file = file("a.txt");
        JsonNode kept = upload(doctor, file, text("текст")).ok();
        assertEquals(kept, upload(doctor, file, text("текст")).ok());
        Refusal.check(409, "documents.id-taken", upload(doctor, file, text("другой текст")));
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        Map<String, String> file = file("cut.txt");
        String head = "POST /api/documents/files HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: " + distribution.url()
                + "\r\nCookie: " + doctor.cookieHeader()
                + "\r\nContent-Type: text/plain\r\nContent-Length: 5000000\r\n";
        for (Map.Entry<String, String> header : file.entrySet()) {
            head += header.getKey() + ": " + header.getValue() + "\r\n";
        }
        URI address = URI.create(distribution.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(text(head + "\r\n"));
            out.write(text("строка\n".repeat(20_000)));
            out.flush();
            Distribution.await("the upload to arrive", Duration.ofSeconds(10), () -> incoming() > 0);
            socket.shutdownOutput();
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertTrue(status == null || status.startsWith("HTTP/1.1 400"), "answered " + status);
        }
        Distribution.await("the part to be removed", Duration.ofSeconds(20), () -> incoming() == 0);
        assertNothingLeft(file);
    }

    @Test
    void aDocumentOfAnotherPatientDoesNotExist() {
        String request = newRequest();
        String other = Consultations.file(doctor, doctorId, "demo-konstantin").id();
        Consultations.awaitChat(doctor, other);
        Map<String, String> file = file("чужой.txt");
        String id = upload(doctor, file, text("текст"), "Consilium-Request", other)
                .ok()
                .path("id")
                .asText();
        Api patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        Refusal.check(404, "documents.not-found", patient.get("/api/visit/documents/files/" + id + "/content"));
        Refusal.check(404, "platform.bad-identifier", patient.get("/api/visit/documents/files/" + id + "x/content"));
        Answer posted = patient.post("/api/visit/chat/messages", Map.of("id", Ids.next(), "documentId", id));
        assertTrue(
                List.of("documents.not-found", "chat.document-of-another-request")
                        .contains(posted.code()),
                posted.code());
        Refusal.check(posted.status(), posted.code(), posted);
        Refusal.check(
                422,
                "chat.document-of-another-request",
                doctor.post("/api/chat/chats/" + request + "/messages", Map.of("id", Ids.next(), "documentId", id)));
    }

    // helpers

    private static String newRequest() {
        String id = Consultations.file(doctor, doctorId, Demo.ANNA.id()).id();
        Consultations.awaitChat(doctor, id);
        return id;
    }

    private static String newToken(String request) {
        String url = doctor.post("/api/identity/links/" + request, Map.of())
                .ok()
                .path("url")
                .asText();
        return url.substring(url.indexOf('#') + 1);
    }

    private static void cancel(String request) {
        int version =
                doctor.get("/api/requests/" + request).ok().path("version").asInt();
        doctor.post(
                        "/api/requests/" + request + "/cancellation",
                        Map.of("text", "Пациент передумал", "version", version))
                .ok();
    }

    /** Submits a draft at the first slot that is free. */
    private static String take(String draft) {
        for (String start : Consultations.freeSlots(doctor, doctorId, 20)) {
            if (Consultations.submit(doctor, draft, doctorId, start).status() == 201) {
                return start;
            }
        }
        throw new AssertionError("no free slot");
    }

    /** One of the demo's many made people. */
    private static String person(int number) {
        return "demo-%05d".formatted(number + 1000);
    }

    private static Map<String, Object> change(
            String draft, String person, Map<String, Object> represented, String email) {
        return change(draft, person, represented, email, null);
    }

    private static Map<String, Object> change(
            String draft, String person, Map<String, Object> represented, String email, String phone) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(
                "version",
                doctor.get("/api/requests/drafts/" + draft).ok().path("version").asInt());
        change.put("step", "CONTACT");
        change.put("personId", person);
        change.put("represented", represented);
        change.put("email", email);
        change.put("phone", phone);
        change.put("comment", null);
        change.put("consultantId", null);
        return change;
    }

    private static List<String> requestsFound(String number) {
        List<String> ids = new ArrayList<>();
        doctor.get("/api/requests/list?box=ALL&closed=true&q=" + number)
                .ok()
                .path("items")
                .forEach(row -> ids.add(row.path("id").asText()));
        return ids;
    }

    private static JsonNode withoutInstance(Answer answer) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) answer.body()).without("instance");
    }

    private static Map<String, String> file(String name) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Consilium-Upload", "1");
        headers.put("Consilium-File-Id", Ids.next());
        headers.put(
                "Consilium-File-Name",
                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        return headers;
    }

    private static Answer upload(Api who, Map<String, String> file, Object body, String... others) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/octet-stream"));
        file.forEach((name, value) -> headers.addAll(List.of(name, value)));
        headers.addAll(java.util.Arrays.asList(others));
        return who.send("POST", "/api/documents/files", body, headers.toArray(String[]::new));
    }

    private static void assertNothingLeft(Map<String, String> file) throws IOException {
        assertEquals(
                404,
                doctor.get("/api/documents/files/" + file.get("Consilium-File-Id") + "/content")
                        .status());
        assertEquals(0, incoming(), "something is left in the incoming folder");
    }

    private static int incoming() {
        Path folder = distribution.home().resolve("var/documents/incoming");
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String host() {
        return URI.create(distribution.url()).getAuthority();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run.js"));
            zip.write(text("alert(1)"));
        }
        return out.toByteArray();
    }

    /** A PNG of that size as far as its header says; there are no pixels in it. */
    private static byte[] png(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", new byte[0]));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(text(type));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(text(type))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }
}
