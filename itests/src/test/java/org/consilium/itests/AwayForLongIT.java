package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Scale;
import org.junit.jupiter.api.Test;

/** A consumer of events is away while the others work, also over a restart; afterwards it has caught up with everything. */
class AwayForLongIT {
    private static final String CHAT = "org.consilium.chat.provider";
    private static final int REQUESTS = Scale.of(12, 400);
    /** After a quarter of an hour monitoring is told. */
    private static final Duration AWAY = Scale.isLong() ? Duration.ofMinutes(16) : Duration.ZERO;

    @Test
    void theChatCatchesUp() {
        try (Distribution distribution = Distribution.unpack("away")) {
            distribution.set("org.consilium.requests.cfg", "drafts.limit", "100000");
            distribution.set("org.consilium.registry.cfg", "readsPerMinute", "100000");
            distribution.start();
            Api doctor = Api.as(distribution, Demo.DOCTOR);
            Api monitor = new Api(distribution);
            String consultant = Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE));
            distribution.console("bundle:stop " + CHAT);
            long stoppedAt = System.nanoTime();
            List<String> filed = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                filed.add(Consultations.file(doctor, consultant, Demo.ANNA.id()).id());
            }
            assertEquals(REQUESTS, waiting(monitor));
            if (Scale.isLong()) {
                Distribution.await(
                        "the absence to be long",
                        AWAY.plusMinutes(1),
                        () -> System.nanoTime() - stoppedAt > AWAY.toNanos());
                assertTrue(
                        monitor.get("/health").body().findValuesAsText("message").stream()
                                .anyMatch(message -> message.contains(" wait for chat.OpenChatOnRequestSubmitted")),
                        "monitoring is not told");
            }
            distribution.console("bundle:start " + CHAT);
            Distribution.await("the deliveries", Duration.ofMinutes(Scale.of(2, 10)), () -> waiting(monitor) == 0);
            for (String id : filed) {
                doctor.get("/api/chat/chats/" + id).ok();
            }
        }
    }

    private static long waiting(Api monitor) {
        String metrics = new String(monitor.get("/metrics").raw().body(), java.nio.charset.StandardCharsets.UTF_8);
        return metrics.lines()
                .filter(line ->
                        line.startsWith("consilium_events_waiting{consumer=\"chat.OpenChatOnRequestSubmitted\"}"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }
}
