package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Load;
import org.consilium.itests.harness.Scale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A domain is stopped, updated and started while the others work; nothing that was accepted is lost. */
class HotSwapIT {
    private static final List<String> PROVIDERS = List.of(
            "identity",
            "requests",
            "registry",
            "scheduling",
            "chat",
            "conferencing",
            "documents",
            "notifications",
            "signing");

    private static Distribution distribution;

    @BeforeAll
    static void start() {
        distribution = Distribution.unpack("hotswap").start();
    }

    @AfterAll
    static void stop() {
        distribution.close();
    }

    @Test
    void theChatIsStoppedAndUpdatedUnderLoadAndEveryRequestGetsItsChat() throws InterruptedException {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String consultant = Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE));
        try (Load load = new Load(distribution)) {
            load.every(20, "/api/requests/counters");
            load.every(20, "/api/requests/list?box=ALL&closed=false");
            load.every(60, "/api/chat/unread");
            load.registry(60);
            List<String> filed = new CopyOnWriteArrayList<>();
            for (int i = 0; i < Scale.of(3, 60); i++) {
                distribution.console("bundle:stop org.consilium.chat.provider");
                filed.add(Consultations.file(doctor, consultant, Demo.ANNA.id()).id());
                distribution.console("bundle:start org.consilium.chat.provider");
                update("chat");
                filed.add(Consultations.file(doctor, consultant, Demo.ANNA.id()).id());
                update("notifications");
            }
            load.until(1_000);
            load.stop();
            assertEquals(Set.of(), load.failuresOutside("/api/chat"), "failures outside the chat");
            assertTrue(
                    Set.of(200, 503).containsAll(load.statusesOf("/api/chat")),
                    "chat answered " + load.statusesOf("/api/chat"));
            assertTrue(load.sent() >= 1_000, "only " + load.sent() + " requests were sent");
            assertEquals(0, load.awayWithoutRetryAfter(), "503 without Retry-After");
            for (String id : filed) {
                Consultations.awaitChat(doctor, id);
                Distribution.await("the mail of " + id, Duration.ofSeconds(60), () -> doctor.get(
                                "/api/notifications/requests/" + id)
                        .ok()
                        .findValuesAsText("kind")
                        .contains("APPOINTMENT"));
            }
        }
    }

    @Test
    void aSwapStartsAndStopsNoBundleOfAnotherDomain() {
        for (String domain : PROVIDERS) {
            Map<String, String> before = lastStarts();
            update(domain);
            awaitUp();
            Map<String, String> after = lastStarts();
            for (String other : PROVIDERS) {
                if (!other.equals(domain)) {
                    assertEquals(
                            before.get(other), after.get(other), other + " was restarted by the update of " + domain);
                }
            }
        }
    }

    @Test
    void anUpdateLeavesNoClassLoaderBehind() {
        awaitUp();
        PROVIDERS.forEach(HotSwapIT::update);
        awaitUp();
        touchEverything();
        int before = classLoaders();
        for (int i = 0; i < Scale.of(5, 50); i++) {
            PROVIDERS.forEach(HotSwapIT::update);
            awaitUp();
            touchEverything();
        }
        Distribution.await("old class loaders to go", Duration.ofSeconds(60), () -> classLoaders() <= before);
    }

    /** The same requests each time, so that whatever caches classes has had its chance. */
    private static void touchEverything() {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        Consultations.draft(doctor, Demo.ANNA.id());
        doctor.get("/api/chat/chats").ok();
        doctor.get("/api/conferencing/calls").ok();
        doctor.get("/api/signing/awaiting").ok();
        doctor.get("/api/documents/files").ok();
        doctor.get("/api/scheduling/templates").ok();
        doctor.get("/api/openapi.json").ok();
    }

    private static void update(String domain) {
        String jar = distribution.home() + "/system/org/consilium/org.consilium." + domain
                + ".provider/0.1.0/org.consilium." + domain + ".provider-0.1.0.jar";
        String answer = distribution.console("bundle:update org.consilium." + domain + ".provider file:" + jar);
        assertTrue(!answer.contains("Error"), answer);
    }

    private static void awaitUp() {
        Distribution.await("all domains to be up", Duration.ofSeconds(60), () -> {
            Api doctor = new Api(distribution);
            if (doctor.post(
                                    "/api/identity/session",
                                    Map.of("login", Demo.DOCTOR.login(), "password", Demo.DOCTOR.password()))
                            .status()
                    != 200) {
                return false;
            }
            // Whatever these answer to a call that finds nothing, it is not 503 once the domain is up.
            return List.of(
                            "/api/requests/counters",
                            "/api/chat/unread",
                            "/api/conferencing/calls",
                            "/api/signing/awaiting",
                            "/api/documents/files",
                            "/api/scheduling/templates",
                            "/api/registry/search",
                            "/api/notifications/requests/" + Ids.unknown())
                    .stream()
                    .allMatch(path -> doctor.get(path).status() != 503);
        });
    }

    /** When each provider's REST endpoint was last made, from the log. */
    private static Map<String, String> lastStarts() {
        Map<String, String> starts = new java.util.HashMap<>();
        distribution
                .log()
                .lines()
                .filter(line -> line.contains("REST of ") && line.contains(" is up"))
                .forEach(line -> {
                    String domain = line.replaceAll(".*REST of (\\w+) is up.*", "$1");
                    starts.put(domain, line);
                });
        return starts;
    }

    private static int classLoaders() {
        try {
            Process process =
                    new ProcessBuilder("jcmd", String.valueOf(distribution.pid()), "GC.class_histogram").start();
            String text = new String(process.getInputStream().readAllBytes());
            return text.lines()
                    .filter(line -> line.contains("BundleWiringImpl$BundleClassLoader"))
                    .mapToInt(line -> Integer.parseInt(line.trim().split("\\s+")[1]))
                    .sum();
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
