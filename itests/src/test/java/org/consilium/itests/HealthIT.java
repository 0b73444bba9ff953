package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What monitoring sees: all well, a domain that is away, a migration that failed; and what strangers see. */
class HealthIT {
    private static final String CHAT = "org.consilium.chat.provider";

    private static Distribution distribution;
    private static Api monitor;

    @BeforeAll
    static void start() {
        distribution = Distribution.own("health");
        monitor = new Api(distribution);
        awaitOverall(200);
    }

    @AfterAll
    static void stop() {
        distribution.close();
    }

    @Test
    void allIsWellAndCounted() {
        JsonNode health = monitor.get("/health").ok();
        assertTrue(List.of("OK", "WARN").contains(health.path("overallResult").asText()), health.toString());
        assertTrue(
                health.findValuesAsText("name")
                        .containsAll(List.of("database", "disk", "domains", "events", "mail", "schemas")),
                health.toString());
        assertEquals(200, monitor.get("/health/ready").status());
        assertEquals(200, monitor.get("/health/live").status());

        Api doctor = Api.as(distribution, Demo.DOCTOR);
        doctor.get("/api/requests/counters").ok();
        doctor.get("/api/requests/00000000-0000-7000-8000-000000000000");
        // an answer is counted when it is written: its reader may be sooner
        Distribution.await("both answers to be counted", Duration.ofSeconds(10), () -> List.of("200", "404").stream()
                .allMatch(status -> metrics()
                        .contains("\nconsilium_http_requests_total{domain=\"requests\",method=\"GET\",status=\""
                                + status + "\"} ")));
        String metrics = metrics();
        for (String expected : List.of(
                "consilium_http_request_duration_seconds_bucket{domain=\"requests\",le=\"0.1\"} ",
                "consilium_database_connections{state=\"idle\"} ",
                "consilium_events_waiting_all ",
                "consilium_events_parked_all 0",
                "consilium_live_sockets{kind=\"staff\"} ",
                "consilium_mails_waiting ",
                "consilium_domain_up{domain=\"chat\"} ",
                "consilium_metric_sources_failed 0",
                "jvm_memory_used_bytes{area=\"heap\"} ",
                "process_resident_memory_bytes ")) {
            assertTrue(metrics.contains("\n" + expected), expected + " is missing in\n" + metrics);
        }
        assertFalse((metrics + health).contains(Demo.ANNA.surname()), "a person's name");
    }

    @Test
    void aStoppedDomainShowsAndTheNodeStaysReady() {
        distribution.console("bundle:stop " + CHAT);
        try {
            awaitOverall(503);
            JsonNode health = monitor.get("/health").body();
            assertEquals("TEMPORARILY_UNAVAILABLE", health.path("overallResult").asText());
            assertTrue(health.findValuesAsText("message").contains("chat: installed but away"), health.toString());
            assertTrue(health.findValuesAsText("message").contains("requests: answers"), health.toString());
            assertEquals(200, monitor.get("/health/ready").status());
            assertTrue(metrics().contains("consilium_domain_up{domain=\"chat\"} 0"));
        } finally {
            distribution.console("bundle:start " + CHAT);
        }
        awaitOverall(200);
        assertTrue(metrics().contains("consilium_domain_up{domain=\"chat\"} 1"));
    }

    @Test
    void aMigrationThatFailedSaysWhy() throws IOException {
        Path jar = distribution.home().resolve("system/org/consilium/" + CHAT + "/0.1.0/" + CHAT + "-0.1.0.jar");
        Path broken = distribution.home().resolve("broken-chat.jar");
        Files.copy(jar, broken, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(broken)) {
            Files.writeString(
                    zip.getPath("db/migration/V999__broken.sql"), "alter table chat_missing add column x integer;\n");
        }
        distribution.console("bundle:update " + CHAT + " file:" + broken);
        try {
            Distribution.await(
                    "the failure to show",
                    Duration.ofSeconds(30),
                    () -> monitor.get("/health").body().findValuesAsText("message").stream()
                            .anyMatch(message -> message.startsWith("chat: V999__broken.sql failed, SQLSTATE 42")));
            assertEquals(503, monitor.get("/health").status());
            assertEquals(200, monitor.get("/health/ready").status());
        } finally {
            distribution.console("bundle:update " + CHAT + " file:" + jar);
        }
        awaitOverall(200);
    }

    @Test
    void strangersLearnOneWordOnly() throws IOException {
        String health = asked("/health", "Host: tele.example.org");
        assertTrue(health.contains("{\"overallResult\":\""), health);
        assertFalse(health.contains("results\":["), health);
        String forwarded = asked("/health", "Host: localhost\r\nX-Forwarded-For: 198.51.100.7");
        assertFalse(forwarded.contains("results\":["), forwarded);
        String metrics = asked("/metrics", "Host: tele.example.org");
        assertTrue(metrics.startsWith("HTTP/1.1 403"), metrics);
        assertTrue(metrics.contains("platform.not-allowed"), metrics);
        assertFalse(metrics.contains("consilium_"), metrics);
    }

    private static String metrics() {
        return new String(monitor.get("/metrics").raw().body(), StandardCharsets.UTF_8);
    }

    private static void awaitOverall(int status) {
        Distribution.await(
                "/health to answer " + status,
                Duration.ofSeconds(60),
                () -> monitor.get("/health").status() == status);
    }

    /** By hand: Java's client lets nobody choose the header Host. */
    private static String asked(String path, String headers) throws IOException {
        URI url = URI.create(distribution.url());
        try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
