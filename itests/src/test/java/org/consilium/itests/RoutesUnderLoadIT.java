package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Api.Answer;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Load;
import org.consilium.itests.harness.Refusal;
import org.consilium.itests.harness.RouteFiles;
import org.consilium.itests.harness.Scale;
import org.consilium.itests.harness.SigningSteps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Routes come, change and go while requests are filed on them: each keeps the description with which it was begun, and none is lost. */
class RoutesUnderLoadIT {
    private static final String ROUTE = "itests.hot";
    private static final int FILERS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static Distribution distribution;
    private static Api doctor;
    private static String consultant;

    @BeforeAll
    static void start() {
        distribution = Distribution.unpack("routes");
        distribution.set("org.consilium.requests.cfg", "drafts.limit", "100000");
        distribution.start();
        // On duty around the clock: there are enough slots for thousands of requests.
        doctor = Api.as(distribution, Demo.COLLEAGUE);
        consultant = Consultations.accountOf(doctor);
    }

    @AfterAll
    static void stop() {
        distribution.close();
    }

    /** A request and the version of the route that its draft began with. */
    private record Filed(String id, String version) {}

    @Test
    void aRouteIsUpdatedAndRemovedUnderLoad() throws InterruptedException, ExecutionException {
        put(0);
        RouteFiles.await(doctor, ROUTE, version(0));
        Queue<String> slots = new ConcurrentLinkedQueue<>(Consultations.freeSlots(doctor, consultant, 60));
        Queue<Filed> filed = new ConcurrentLinkedQueue<>();
        Set<String> begun = new HashSet<>();
        int updates = Scale.of(4, 40);
        String left;
        try (Load load = new Load(distribution);
                Filers filers = new Filers(slots, filed)) {
            load.every(20, "/api/requests/routes");
            load.every(20, "/api/requests/counters");
            load.every(40, "/api/requests/list?box=ALL&closed=true");
            for (int update = 1; update <= updates; update++) {
                filers.goOn();
                put(update);
                RouteFiles.await(doctor, ROUTE, version(update));
                String draft = Consultations.draft(doctor, ROUTE, Demo.ANNA.id());
                begun.add(draft);
                assertEquals(
                        version(update), routeOfDraft(draft).path("version").asText());
            }
            filers.goOn();
            left = Consultations.draft(doctor, ROUTE, Demo.KONSTANTIN.id());
            RouteFiles.remove(distribution, ROUTE);
            RouteFiles.await(doctor, ROUTE, null);
            filers.untilTurnedAway();
            load.until(1_000);
            load.stop();
            assertEquals(Set.of(), load.failuresOutside("none"), "failures while the route changed");
        }
        assertTrue(filed.size() > updates, "only " + filed.size() + " requests were filed");

        // what was begun is filed, and what was filed stays as it was
        for (String draft : begun) {
            filed.add(new Filed(draft, routeOfDraft(draft).path("version").asText()));
            Consultations.book(doctor, draft, consultant);
        }
        filed.add(new Filed(left, version(updates)));
        Consultations.book(doctor, left, consultant);
        Set<String> versions = new HashSet<>();
        for (Filed each : filed) {
            JsonNode request = doctor.get("/api/requests/" + each.id()).ok();
            assertEquals(
                    title(each.version()), request.path("routeTitle").path("ru").asText());
            versions.add(each.version());
        }
        assertEquals(updates + 1, versions.size(), "requests on " + versions);
        Refusal.check(
                404, "requests.unknown-route", doctor.put("/api/requests/routes/" + ROUTE + "/favourite", Map.of()));

        // and each way to finish is open to it
        List<Filed> all = new ArrayList<>(filed);
        SigningSteps.executed(doctor, all.get(0).id());
        for (Filed each : all.subList(1, all.size())) {
            JsonNode request = doctor.get("/api/requests/" + each.id()).ok();
            JsonNode closed = doctor.post(
                            "/api/requests/" + each.id() + "/completion-without-conclusion",
                            Map.of(
                                    "reason",
                                    "no-contact",
                                    "version",
                                    request.path("version").asInt()))
                    .ok();
            assertEquals("EXECUTED", closed.path("state").asText());
            assertEquals(
                    "Пациент не вышел на связь",
                    closed.path("outcomeReason").path("title").path("ru").asText());
        }
    }

    @Test
    void aVendorsRouteInJavaIsInstalledAndRemovedWhileTheSystemRuns() throws IOException, InterruptedException {
        Path jar = built(Path.of(System.getProperty("consilium.root", "..")).resolve("bundles/routes/template/java"));
        String route = "example.headache-java";
        String installed = distribution.console("bundle:install -s file:" + jar);
        RouteFiles.await(doctor, route, "1.0.0");
        assertTrue(distribution.console("consilium:route-list").contains(route), installed);

        // Its code says that it is for adults only, and that strong pain is urgent whatever was chosen.
        String child = answered(route, "demo-misha");
        assertEquals(
                "headache",
                doctor.get("/api/requests/drafts/" + child)
                        .ok()
                        .path("answerProblems")
                        .path(0)
                        .path("step")
                        .asText());
        Refusal.check(
                422,
                "requests.incomplete",
                Consultations.submit(
                        doctor,
                        child,
                        consultant,
                        Consultations.freeSlots(doctor, consultant, 20, 30).get(0)));
        JsonNode request = filed(answered(route, Demo.ANNA.id()));
        assertEquals("URGENT", request.path("urgency").asText());
        assertEquals(
                "Головная боль у взрослых",
                request.path("routeTitle").path("ru").asText());
        String left = answered(route, Demo.KONSTANTIN.id());

        distribution.console("bundle:uninstall example.routes.java");
        RouteFiles.await(doctor, route, null);
        for (JsonNode each : List.of(request, filed(left))) {
            JsonNode closed = doctor.post(
                            "/api/requests/" + each.path("id").asText() + "/completion-without-conclusion",
                            Map.of(
                                    "reason", "other",
                                    "text", "Приём в другой клинике",
                                    "version", each.path("version").asInt()))
                    .ok();
            assertEquals("EXECUTED", closed.path("state").asText());
            assertTrue(
                    closed.path("forms").path(0).path("answers").path("strong").asBoolean());
        }
    }

    /** What the vendor's guide tells to do: a copy of the folder, `mvn package`. */
    private static Path built(Path template) throws IOException, InterruptedException {
        Path copy = Path.of("target/vendor").toAbsolutePath();
        run("rm", "-rf", copy.toString());
        Files.createDirectories(copy.getParent());
        run("cp", "-r", template.toString(), copy.toString());
        run("rm", "-rf", copy.resolve("target").toString());
        List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", "-f", copy.toString(), "package"));
        String repository = System.getProperty("consilium.repository");
        if (repository != null) {
            maven.add("-Dmaven.repo.local=" + repository);
        }
        run(maven.toArray(String[]::new));
        return copy.resolve("target/example.routes.java-1.0.0.jar");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int result = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertEquals(0, result, String.join(" ", command));
    }

    /** A draft on the vendor's route, with strong pain and no hurry. */
    private static String answered(String route, String person) {
        String id = Ids.next();
        JsonNode draft = doctor.post("/api/requests/drafts", Map.of("id", id, "routeId", route, "profile", "53"))
                .ok();
        doctor.put(
                        "/api/requests/drafts/" + id,
                        Map.of(
                                "version",
                                draft.path("version").asInt(),
                                "step",
                                "SLOT",
                                "personId",
                                person,
                                "email",
                                "patient@example.org",
                                "urgency",
                                "PLANNED",
                                "forms",
                                Map.of("headache", Map.of("strong", true))))
                .ok();
        return id;
    }

    private static JsonNode filed(String draft) {
        for (String start : Consultations.freeSlots(doctor, consultant, 20, 30)) {
            Answer answer = Consultations.submit(doctor, draft, consultant, start);
            if (answer.status() != 409) {
                return answer.ok();
            }
        }
        throw new AssertionError("no free slot");
    }

    private static void put(int update) {
        RouteFiles.put(distribution, ROUTE, version(update), title(version(update)), 20);
    }

    private static String version(int update) {
        return "1.0." + update;
    }

    private static String title(String version) {
        return "Изменчивая консультация " + version;
    }

    private static JsonNode routeOfDraft(String draft) {
        return doctor.get("/api/requests/drafts/" + draft).ok().path("route");
    }

    /** Doctors' tabs that file one request after the other, until the route is offered no more. */
    private static final class Filers implements AutoCloseable {
        private final Queue<String> slots;
        private final Queue<Filed> filed;
        private final AtomicInteger allowed = new AtomicInteger();
        private final ExecutorService threads = Executors.newFixedThreadPool(FILERS);
        private final List<Future<?>> running = new ArrayList<>();

        Filers(Queue<String> slots, Queue<Filed> filed) {
            this.slots = slots;
            this.filed = filed;
            for (int i = 0; i < FILERS; i++) {
                Api tab = Api.as(distribution, Demo.COLLEAGUE);
                String person = "demo-%05d".formatted(8000 + i);
                running.add(threads.submit(() -> fileUntilTurnedAway(tab, person)));
            }
        }

        private void fileUntilTurnedAway(Api tab, String person) {
            while (true) {
                Distribution.await("a further round", LIMIT, () -> filed.size() < allowed.get());
                String id = Ids.next();
                Answer begun = Consultations.begin(tab, id, ROUTE);
                if (begun.code().equals("requests.unknown-route")) {
                    return;
                }
                String version = begun.ok().path("route").path("version").asText();
                Consultations.fill(tab, id, person);
                Consultations.submit(tab, id, consultant, slots.remove()).ok();
                filed.add(new Filed(id, version));
            }
        }

        /** Lets them file some more, and returns while they are at it. */
        void goOn() {
            int before = filed.size();
            allowed.set(before + 20);
            Distribution.await(
                    "one more request",
                    LIMIT,
                    () -> filed.size() > before || running.stream().anyMatch(Future::isDone));
        }

        /** Waits until each was told that the route is offered no more; fails with whatever one of them failed with. */
        void untilTurnedAway() throws InterruptedException, ExecutionException {
            allowed.set(Integer.MAX_VALUE);
            for (Future<?> each : running) {
                each.get();
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
