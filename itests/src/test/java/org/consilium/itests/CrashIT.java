package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Scale;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL under load: everything that was answered with success is there after the restart, and each event was handled. */
class CrashIT {
    private static final int WRITERS = 4;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingAcknowledgedIsLost(Engine engine) throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = engine == Engine.POSTGRESQL ? EmbeddedPostgres.start() : null;
                Distribution distribution = Distribution.unpack("crash-" + engine)) {
            if (postgres != null) {
                distribution.onPostgreSql(postgres.getJdbcUrl("postgres", "postgres"));
            }
            distribution.set("org.consilium.requests.cfg", "drafts.limit", "100000");
            distribution.start();
            Api doctor = Api.as(distribution, Demo.DOCTOR);
            String consultant = Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE));
            String chat = Consultations.file(doctor, consultant, Demo.ANNA.id()).id();
            Consultations.awaitChat(doctor, chat);

            List<String> messages = new CopyOnWriteArrayList<>();
            List<String> requests = new CopyOnWriteArrayList<>();
            // Corruption shows after many kills rather than after one.
            for (int round = 1; round <= Scale.of(1, 25); round++) {
                writeUntilKilled(distribution, doctor, consultant, chat, messages, requests);
                distribution.start();
                // The session outlives the crash: the same client goes on without logging in.
                assertEquals(List.of(), missing(doctor, chat, messages), "lost messages in round " + round);
                for (String id : requests) {
                    assertEquals(
                            "IN_WORK",
                            doctor.get("/api/requests/" + id).ok().path("state").asText());
                    Consultations.awaitChat(doctor, id);
                }
            }
        }
    }

    /** What was answered with success is added to the lists. */
    private static void writeUntilKilled(
            Distribution distribution,
            Api doctor,
            String consultant,
            String chat,
            List<String> messages,
            List<String> requests)
            throws InterruptedException {
        int messagesBefore = messages.size();
        int requestsBefore = requests.size();
        ConcurrentLinkedQueue<String> slots =
                new ConcurrentLinkedQueue<>(Consultations.freeSlots(doctor, consultant, 20));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            boolean files = i == 0;
            writers.execute(() -> {
                try {
                    while (true) {
                        if (files) {
                            String draft = Consultations.draft(doctor, Demo.ANNA.id());
                            if (Consultations.submit(doctor, draft, consultant, slots.poll())
                                            .status()
                                    == 201) {
                                requests.add(draft);
                            }
                        } else {
                            String id = Ids.next();
                            if (doctor.post("/api/chat/chats/" + chat + "/messages", message(id))
                                            .status()
                                    == 200) {
                                messages.add(id);
                            }
                        }
                    }
                } catch (UncheckedIOException e) {
                    // the process is gone: this writer is done
                    return;
                }
            });
        }
        Distribution.await(
                "some load",
                java.time.Duration.ofSeconds(120),
                () -> messages.size() >= messagesBefore + 100 && requests.size() >= requestsBefore + 5);
        distribution.kill();
        writers.shutdown();
        assertTrue(writers.awaitTermination(90, TimeUnit.SECONDS));
    }

    private static List<String> missing(Api doctor, String chat, List<String> messages) {
        int known = doctor.get("/api/chat/chats/" + chat).ok().path("last").asInt();
        java.util.Set<String> stored = new java.util.HashSet<>();
        for (int after = 0; after < known; after += 200) {
            doctor.get("/api/chat/chats/" + chat + "/messages?after=" + after + "&limit=200")
                    .ok()
                    .path("items")
                    .forEach(m -> stored.add(m.path("id").asText()));
        }
        return messages.stream().filter(id -> !stored.contains(id)).toList();
    }

    @Test
    void aCleanStartOfKarafKeepsRequestsDocumentsAndMail() throws IOException, InterruptedException {
        try (Distribution distribution = Distribution.unpack("clean").start()) {
            Api doctor = Api.as(distribution, Demo.DOCTOR);
            String consultant = Consultations.accountOf(doctor);
            String request =
                    Consultations.file(doctor, consultant, Demo.ANNA.id()).id();
            Consultations.awaitChat(doctor, request);
            String file = Ids.next();
            byte[] content = "Анализ крови в норме".getBytes(StandardCharsets.UTF_8);
            doctor.send(
                            "POST",
                            "/api/documents/files",
                            content,
                            "Content-Type",
                            "text/plain",
                            "Consilium-Upload",
                            "1",
                            "Consilium-File-Id",
                            file,
                            "Consilium-File-Name",
                            "analiz.txt",
                            "Consilium-Request",
                            request)
                    .ok();
            Distribution.await("the mail", java.time.Duration.ofSeconds(30), () -> !mails(doctor, request)
                    .isEmpty());
            distribution.stop();
            // What `bin/karaf clean` does: the framework's own state goes, var/ stays.
            new ProcessBuilder("rm", "-rf", distribution.home().resolve("data").toString())
                    .start()
                    .waitFor();
            distribution.start();
            assertEquals(
                    "IN_WORK",
                    doctor.get("/api/requests/" + request).ok().path("state").asText());
            Api.Answer download = doctor.get("/api/documents/files/" + file + "/content");
            assertEquals(
                    new String(content, StandardCharsets.UTF_8),
                    new String(download.raw().body(), StandardCharsets.UTF_8));
            assertTrue(mails(doctor, request).contains("APPOINTMENT"));
        }
    }

    private static List<String> mails(Api doctor, String request) {
        return doctor.get("/api/notifications/requests/" + request).ok().findValuesAsText("kind");
    }

    private static Map<String, Object> message(String id) {
        Map<String, Object> message = new java.util.HashMap<>();
        message.put("id", id);
        message.put("text", "сообщение");
        message.put("documentId", null);
        return message;
    }
}
