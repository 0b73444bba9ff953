package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clinic's own system files a request with a token of the console, by the very commands of the operator's guide. */
class ServiceTokenIT {
    private static final Path GUIDE =
            Path.of(System.getProperty("consilium.root", "..")).resolve("docs/operator-guide.md");
    private static final Pattern EXAMPLE = Pattern.compile("## Other systems.*?```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("(?m)^([A-Za-z0-9_-]{43})$");
    private static final Pattern REVOKE = Pattern.compile("consilium:token-revoke \\S+");

    private static Distribution distribution;

    @BeforeAll
    static void prepare() {
        distribution = Distribution.shared();
    }

    @Test
    @Proves("S007")
    void theExampleOfTheGuideRunsAsItStandsThere() throws Exception {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String made = distribution.console(
                "consilium:token-create " + Consultations.organisationOf(doctor) + " 'МИС «Авиценна»'");
        String token = found(TOKEN, made);

        String printed = run(token);
        JsonNode listed = Api.service(distribution, token)
                .get("/api/service/requests")
                .ok()
                .path("items")
                .get(0);
        assertTrue(printed.contains(listed.path("number").asText()), printed);
        assertTrue(printed.contains("IN_WORK"), printed);
        assertTrue(printed.lines().anyMatch("general.patient"::equals), printed);

        distribution.console(found(REVOKE, made));
        assertEquals(
                401,
                Api.service(distribution, token).get("/api/service/requests").status());
        assertTrue(distribution.console("consilium:token-list").contains("revoked"));
    }

    @Test
    void aTokenIsNoCookieAndACookieNoToken() {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String token =
                Consultations.serviceToken(Api.as(distribution, Demo.OPERATOR), Consultations.organisationOf(doctor));
        Api service = Api.service(distribution, token);
        assertEquals(200, service.get("/api/service/requests").status());
        assertEquals(401, service.get("/api/requests/list?box=ALL").status());
        assertEquals(404, service.get("/api/requests/service").status());
        assertEquals(401, doctor.get("/api/service/requests").status());
        assertEquals(
                401,
                Api.service(distribution, "x".repeat(43))
                        .get("/api/service/requests")
                        .status());
    }

    @Test
    @Proves("S007")
    void aRetryAnswersTheSameRequest() {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String id = Consultations.accountOf(doctor);
        Api service = Api.service(
                distribution,
                Consultations.serviceToken(Api.as(distribution, Demo.OPERATOR), Consultations.organisationOf(doctor)));
        Map<String, Object> filing = Map.of(
                "doctorId",
                id,
                "routeId",
                "general.patient",
                "profile",
                "97",
                "person",
                Map.of("kind", "POLICY", "value", Demo.KONSTANTIN.policy()),
                "email",
                "patient@example.org",
                "consultantId",
                id,
                "start",
                Consultations.freeSlots(doctor, id, 20).get(0));
        String[] key = {"Idempotency-Key", Ids.next()};
        Api.Answer first = service.send("POST", "/api/service/requests", filing, key);
        assertEquals(201, first.status(), first.body().toString());
        assertEquals(
                first.body(),
                service.send("POST", "/api/service/requests", filing, key).ok());
        Map<String, Object> other = new HashMap<>(filing);
        other.put("email", "other@example.org");
        assertEquals(
                "requests.idempotency-key-used",
                service.send("POST", "/api/service/requests", other, key).code());
        assertEquals(
                first.body().path("number"),
                doctor.get("/api/requests/" + first.body().path("id").asText())
                        .ok()
                        .path("number"));
    }

    private static String run(String token) throws IOException, InterruptedException {
        Path script = Files.createTempFile("guide", ".sh");
        Files.writeString(script, "set -euo pipefail\n" + found(EXAMPLE, Files.readString(GUIDE)));
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        builder.environment().put("SERVER", distribution.url());
        builder.environment().put("TOKEN", token);
        builder.environment().put("SNILS", Demo.KONSTANTIN.snils());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        Files.delete(script);
        return printed;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }
}
