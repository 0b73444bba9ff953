package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Api.Answer;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Databases put the values of a row into their messages. Constraints and limits are broken here with marked values of persons, which then are
 * in no log, no refusal, no metric and no subject of a mail.
 */
class PrivacyIT {
    private static final String SURNAME = "Неразглашаев";
    private static final String NAME = "Утаивий";
    private static final String WORDS = "жалобы-только-для-врача";
    private static final String MAIL = "secret.recipient@example.org";
    private static final String FILE = "снимок-никому";
    private static final String WRONG_PASSWORD = "qwerty-unsaid-77";
    private static final String SNILS = "52374189602";
    private static final int PARALLEL = 12;

    private Distribution distribution;
    private Api doctor;
    private Api colleague;
    private String doctorId;
    private String request;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> secrets = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void brokenConstraintsAndLimitsTellNothing(Engine engine)
            throws IOException, InterruptedException, ExecutionException {
        try (EmbeddedPostgres postgres = engine == Engine.POSTGRESQL ? EmbeddedPostgres.start() : null;
                Distribution started = Distribution.unpack("privacy-" + engine)) {
            if (postgres != null) {
                started.onPostgreSql(postgres.getJdbcUrl("postgres", "postgres"));
            }
            distribution = started.start();
            doctor = Api.as(distribution, Demo.DOCTOR);
            colleague = Api.as(distribution, Demo.COLLEAGUE);
            doctorId = Consultations.accountOf(doctor);
            request = submitted();
            for (String words : List.of(WORDS, WORDS + "\u0000", WORDS + "\ud800", (WORDS + " ").repeat(300))) {
                logIns(words);
                drafts(words);
                messages(words);
                files(words);
                schedules(words);
                searches(words);
                conclusions(words);
            }
            numbersBeyondAllLimits();
            links();

            secrets.addAll(List.of(
                    SURNAME,
                    NAME,
                    WORDS,
                    MAIL,
                    FILE,
                    WRONG_PASSWORD,
                    SNILS,
                    "523-741-896 02",
                    Demo.DOCTOR.password(),
                    Demo.ANNA.policy()));
            secrets.add(doctor.cookie("__Host-consilium"));
            secrets.add(colleague.cookie("__Host-consilium"));
            assertTrue(answers.size() > 300, "only " + answers.size() + " calls");
            assertAll(
                    this::refusalsTellNothing,
                    this::logsTellNothing,
                    this::metricsTellNothing,
                    this::subjectsTellNothing,
                    this::nothingFailedUnexpectedly);
        }
    }

    // what breaks

    private void logIns(String words) throws InterruptedException, ExecutionException {
        together(
                i -> new Api(distribution)
                        .post("/api/identity/session", Map.of("login", SURNAME + words, "password", WRONG_PASSWORD)),
                3);
        keep(doctor.put("/api/identity/password", Map.of("current", WRONG_PASSWORD, "replacement", words)));
    }

    private void drafts(String words) throws InterruptedException, ExecutionException {
        String id = Ids.next();
        together(i -> (i % 2 == 0 ? doctor : colleague)
                .post("/api/requests/drafts", Map.of("id", id, "routeId", "general.representative", "profile", "68")));
        keep(doctor.post(
                "/api/requests/drafts",
                Map.of("id", Ids.next(), "routeId", "general.representative" + words, "profile", "68")));
        String own = Ids.next();
        doctor.post("/api/requests/drafts", Map.of("id", own, "routeId", "general.representative", "profile", "68"))
                .ok();
        Map<String, Object> change = change(words);
        together(i -> doctor.put("/api/requests/drafts/" + own, with(change, "comment", words + i)));
        keep(doctor.put("/api/requests/drafts/" + own, with(change, "personId", SURNAME + words)));
        String start = Consultations.freeSlots(doctor, doctorId, 20).get(0);
        together(i -> Consultations.submit(doctor, own, doctorId, start));
        keep(doctor.delete("/api/requests/drafts/" + own));
        keep((keep(doctor.delete("/api/requests/drafts/" + id)).status() < 300 ? doctor : colleague)
                .delete("/api/requests/drafts/" + id));
        keep(doctor.post("/api/requests/" + request + "/cancellation", Map.of("text", words, "version", 77)));
    }

    private void conclusions(String words) throws InterruptedException, ExecutionException {
        String path = "/api/signing/requests/" + request;
        Map<String, Object> answers =
                Map.of("conclusion", words, "recommendations", SURNAME + words, "diagnosis", "\\u0000");
        long version = doctor.get(path + "/conclusion").ok().path("version").asLong();
        together(i ->
                doctor.put(path + "/conclusion", Map.of("version", version, "answers", answers, "sources", List.of())));
        String id = Ids.next();
        together(i -> doctor.post(path + "/conclusion/document", Map.of("id", id, "version", version + 1)));
        keep(doctor.post(path + "/signature", Map.of("id", Ids.next(), "documentId", id, "cms", words)));
        keep(doctor.post(path + "/correction", Map.of("kind", "VERSION", "reason", words)));
        keep(doctor.post(
                "/api/signing/phrases",
                Map.of("id", Ids.next(), "field", "conclusion", "title", words, "text", words)));
        keep(doctor.get("/api/signing/icd?q=" + URLEncoder.encode(SURNAME + " " + words, StandardCharsets.UTF_8)));
        keep(doctor.post("/api/signing/certificates", Map.of("certificates", List.of(words))));
    }

    private void messages(String words) throws InterruptedException, ExecutionException {
        String path = "/api/chat/chats/" + request + "/messages";
        String id = Ids.next();
        together(i -> doctor.post(path, Map.of("id", id, "text", words + i)));
        keep(doctor.post(path, Map.of("id", request, "text", words)));
        keep(doctor.post(path, Map.of("id", Ids.next(), "text", words, "documentId", Ids.unknown())));
        keep(doctor.post(path, "{\"id\":\"" + id + "\",\"text\":\"" + WORDS + "\",\"misspelt\":\"" + SURNAME + "\"}"));
        keep(doctor.post(path, "{\"id\":\"" + WORDS + "\"}"));
    }

    private void files(String words) throws InterruptedException, ExecutionException {
        String id = Ids.next();
        together(i -> upload(id, FILE + words + i + ".txt", words + i));
        keep(upload(Ids.next(), FILE + ".txt", "<svg>" + WORDS + "</svg>"));
        String own = Ids.next();
        keep(upload(own, FILE + ".txt", "текст " + WORDS));
        together(i -> doctor.put("/api/documents/files/" + own, Map.of("name", FILE + words + i, "folder", words)));
    }

    private void schedules(String words) throws InterruptedException, ExecutionException {
        String id = Ids.next();
        together(i -> doctor.post("/api/scheduling/templates", template(id, words + i)));
        keep(colleague.post("/api/scheduling/templates", template(id, words)));
        String day = LocalDate.now().plusYears(2).toString();
        Map<String, Object> absence = Map.of(
                "id",
                id,
                "doctorId",
                doctorId,
                "start",
                day + "T00:00:00Z",
                "end",
                day + "T09:00:00Z",
                "reason",
                "VACATION");
        together(i -> doctor.post("/api/scheduling/absences", absence));
    }

    private void searches(String words) {
        String query = URLEncoder.encode(SURNAME + words, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/api/requests/list?box=ALL&q=",
                "/api/chat/chats?q=",
                "/api/documents/files?q=",
                "/api/identity/directory?q=",
                "/api/requests/list?box=ALL&cursor=",
                "/api/chat/chats?cursor=",
                "/api/documents/files?cursor=",
                "/api/requests/list?box=ALL&profile=")) {
            keep(doctor.get(path + query));
        }
        for (String kind : List.of("SNILS", "POLICY", "PASSPORT")) {
            keep(doctor.post("/api/registry/search", Map.of("kind", kind, "value", SNILS)));
            keep(doctor.post("/api/registry/search", Map.of("kind", kind, "value", SNILS + words)));
        }
    }

    private void numbersBeyondAllLimits() {
        String far = "+999999999-01-01T00:00:00Z";
        String encoded = URLEncoder.encode(far, StandardCharsets.UTF_8);
        keep(doctor.get("/api/scheduling/slots?doctor=" + doctorId + "&from=" + encoded + "&to=" + encoded));
        keep(doctor.get(
                "/api/scheduling/calendar?doctor=" + doctorId + "&from=-999999999-01-01T00:00:00Z&to=" + encoded));
        keep(doctor.post(
                "/api/scheduling/absences",
                Map.of("id", Ids.next(), "doctorId", doctorId, "start", far, "end", far, "reason", "ILLNESS")));
        keep(doctor.post(
                "/api/scheduling/templates", with(template(Ids.next(), WORDS), "validFrom", "+999999999-12-31")));
        keep(Consultations.submit(doctor, Consultations.draft(doctor, Demo.ANNA.id()), doctorId, far));
        keep(doctor.put("/api/chat/chats/" + request + "/read", Map.of("upTo", Long.MAX_VALUE)));
        keep(doctor.put("/api/chat/chats/" + request + "/read", Map.of("upTo", Long.MIN_VALUE)));
        for (String number : List.of("9223372036854775807", "-1", "99999999999999999999", "0")) {
            keep(doctor.get("/api/chat/chats/" + request + "/messages?after=" + number));
            keep(doctor.get("/api/chat/chats/" + request + "/messages?before=" + number));
            keep(doctor.get("/api/requests/list?box=ALL&limit=" + number));
            keep(doctor.get("/api/chat/chats?limit=" + number));
            keep(doctor.get("/api/identity/directory?limit=" + number));
        }
    }

    private void links() throws InterruptedException, ExecutionException {
        List<Answer> issued = together(i -> doctor.post("/api/identity/links/" + request, Map.of()));
        for (Answer answer : issued) {
            String url = answer.ok().path("url").asText();
            String token = url.substring(url.indexOf('#') + 1);
            secrets.add(token);
            keep(new Api(distribution)
                    .post(
                            "/api/visit/identity/session",
                            Map.of("token", token, "birthDate", "1900-01-01", "lastFour", "0000")));
        }
        String token = secrets.get(secrets.size() - 1);
        keep(new Api(distribution).post("/api/visit/identity/challenge", Map.of("token", token + "x")));
        keep(new Api(distribution).post("/api/visit/identity/challenge", "{\"token\":\"" + token + "\",\"more\":1}"));
        keep(new Api(distribution).get("/api/visit/identity/challenge"));
    }

    // where it could be told

    private void refusalsTellNothing() {
        for (Answer answer : answers) {
            if (answer.status() >= 400) {
                assertTellsNothing(
                        answer.raw().uri().getPath() + " " + answer.status(),
                        new String(answer.raw().body(), StandardCharsets.UTF_8));
            }
        }
    }

    private void logsTellNothing() throws IOException {
        try (Stream<Path> logs = Files.walk(distribution.home().resolve("data/log"))) {
            List<Path> files = new ArrayList<>(logs.filter(Files::isRegularFile).toList());
            assertTrue(files.stream().anyMatch(file -> file.endsWith("karaf.log")), "no log in " + files);
            files.add(distribution.home().resolve("console.log"));
            for (Path file : files) {
                assertTellsNothing(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private void metricsTellNothing() {
        for (String path : List.of("/metrics", "/health")) {
            Answer answer = doctor.get(path);
            if (answer.status() == 200) {
                assertTellsNothing(path, new String(answer.raw().body(), StandardCharsets.UTF_8));
            }
        }
    }

    /** To whom and about what nobody reads in the list of a mail box. */
    private void subjectsTellNothing() {
        Distribution.await("the mail", Duration.ofSeconds(60), () -> mails().contains(MAIL));
        Matcher subjects =
                Pattern.compile("<article>\\s*<h2>(.*?)</h2>", Pattern.DOTALL).matcher(mails());
        int count = 0;
        while (subjects.find()) {
            count++;
            String subject = subjects.group(1).toLowerCase(Locale.ROOT);
            for (String word : List.of(
                    SURNAME,
                    NAME,
                    "Кузнецова",
                    "Мария",
                    "Иванова",
                    "законного представителя",
                    "пациента",
                    "Педиатрия",
                    "COVID")) {
                assertFalse(subject.contains(word.toLowerCase(Locale.ROOT)), "a subject says " + word + ": " + subject);
            }
        }
        assertTrue(count > 0, "no subject on the mail page");
    }

    private String mails() {
        return new String(doctor.get("/demo/mail").raw().body(), StandardCharsets.UTF_8);
    }

    /** Wrong input is the caller's fault and said so; a failure of the server would be one of ours. */
    private void nothingFailedUnexpectedly() {
        Map<String, Integer> failures = new TreeMap<>();
        for (Answer answer : answers) {
            if (answer.status() >= 500) {
                failures.merge(
                        answer.raw().request().method() + " " + answer.raw().uri() + " " + answer.status() + " "
                                + answer.code(),
                        1,
                        Integer::sum);
            }
        }
        assertEquals(Map.of(), failures);
    }

    private void assertTellsNothing(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String secret : secrets) {
            int at = lower.indexOf(secret.toLowerCase(Locale.ROOT));
            assertTrue(
                    at < 0,
                    () -> where + " tells " + secret + ": …"
                            + text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 300)));
        }
    }

    // helpers

    /** A request for a represented patient whose name is marked, with a chat. */
    private String submitted() {
        String id = Ids.next();
        doctor.post("/api/requests/drafts", Map.of("id", id, "routeId", "general.representative", "profile", "97"))
                .ok();
        doctor.put("/api/requests/drafts/" + id, change(WORDS)).ok();
        for (String start : Consultations.freeSlots(doctor, doctorId, 20)) {
            if (Consultations.submit(doctor, id, doctorId, start).status() == 201) {
                Consultations.awaitChat(doctor, id);
                return id;
            }
        }
        throw new AssertionError("no free slot");
    }

    private Map<String, Object> change(String words) {
        Map<String, Object> represented = new LinkedHashMap<>();
        represented.put("surname", SURNAME);
        represented.put("name", NAME);
        represented.put("patronymic", null);
        represented.put("birthDate", "2020-02-29");
        represented.put("sex", "MALE");
        represented.put("snils", words.equals(WORDS) ? null : SNILS);
        represented.put("policy", null);
        represented.put("relation", "Мать");
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("version", 1);
        change.put("step", "SLOT");
        change.put("personId", "demo-maria");
        change.put("represented", represented);
        change.put("email", MAIL);
        change.put("comment", words);
        change.put("consultantId", null);
        return change;
    }

    private Map<String, Object> template(String id, String title) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("id", id);
        template.put("doctorId", doctorId);
        template.put("title", title);
        template.put("weekdays", List.of(7));
        template.put("start", "20:00");
        template.put("end", "21:00");
        template.put("slotMinutes", 20);
        template.put("bufferMinutes", 0);
        template.put("validFrom", LocalDate.now().plusYears(1).toString());
        template.put("validTo", null);
        return template;
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private Answer upload(String id, String name, String text) {
        return doctor.send(
                "POST",
                "/api/documents/files",
                text.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/plain",
                "Consilium-Upload",
                "1",
                "Consilium-File-Id",
                id,
                "Consilium-Request",
                request,
                "Consilium-File-Name",
                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private Answer keep(Answer answer) {
        answers.add(answer);
        return answer;
    }

    private List<Answer> together(java.util.function.IntFunction<Answer> call)
            throws InterruptedException, ExecutionException {
        return together(call, PARALLEL);
    }

    /** Calls that all begin at the same moment. */
    private List<Answer> together(java.util.function.IntFunction<Answer> call, int count)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<Answer>> calls = IntStream.range(0, count)
                    .<Callable<Answer>>mapToObj(i -> () -> {
                        start.await();
                        return keep(call.apply(i));
                    })
                    .toList();
            List<Answer> together = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(calls)) {
                together.add(future.get());
            }
            return together;
        } finally {
            threads.shutdownNow();
        }
    }
}
