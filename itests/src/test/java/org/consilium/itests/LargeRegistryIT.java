package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Scale;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry of a whole region: imported by the operator's command, and a person is found as fast as among few. */
class LargeRegistryIT {
    private static final int PERSONS = Scale.of(10_000, 1_000_000);
    private static final int SEARCHES = Scale.of(100, 2_000);
    /** Far above what a look-up by an index takes, far below what reading the table takes. */
    private static final long LIMIT_MILLIS = 250;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPersonIsFoundAmongAMillion(Engine engine) throws IOException {
        try (EmbeddedPostgres postgres = engine == Engine.POSTGRESQL ? EmbeddedPostgres.start() : null;
                Distribution distribution = Distribution.unpack("registry-" + engine)) {
            if (postgres != null) {
                distribution.onPostgreSql(postgres.getJdbcUrl("postgres", "postgres"));
            }
            distribution.set("org.consilium.registry.cfg", "searchesPerMinute", "1000000");
            distribution.start();
            Path file = distribution.home().resolve("people.csv");
            write(file);
            String answer = distribution.console("consilium:person-import " + file);
            assertTrue(answer.contains(PERSONS + " added, 0 changed, 0 unchanged, 0 rejected"), answer);

            Api doctor = Api.as(distribution, Demo.DOCTOR);
            Random random = new Random(1);
            long[] millis = new long[SEARCHES];
            for (int i = 0; i < SEARCHES; i++) {
                int number = random.nextInt(PERSONS);
                long started = System.nanoTime();
                JsonNode found = doctor.post("/api/registry/search", Map.of("kind", "POLICY", "value", policy(number)))
                        .ok()
                        .path("items");
                millis[i] = (System.nanoTime() - started) / 1_000_000;
                assertEquals(1, found.size());
                assertEquals("large-" + number, found.get(0).path("id").asText());
            }
            Arrays.sort(millis);
            long median = millis[SEARCHES / 2];
            System.out.printf(Locale.ROOT, "%s, %d persons: median %d ms%n", engine, PERSONS, median);
            assertTrue(median < LIMIT_MILLIS, "a look-up took " + median + " ms");
        }
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id;surname;name;patronymic;birthDate;sex;snils;policy;passport\n");
            for (int i = 0; i < PERSONS; i++) {
                out.write("large-" + i + ";Большаков;Иван;Петрович;" + (1930 + i % 80) + "-0" + (1 + i % 9) + "-1"
                        + i % 10 + ";М;;" + policy(i) + ";\n");
            }
        }
    }

    /** Sixteen digits of which the last is a check digit (Luhn). */
    private static String policy(int number) {
        String fifteen = String.format(Locale.ROOT, "99%013d", number);
        int sum = 0;
        for (int i = 0; i < fifteen.length(); i++) {
            int digit = fifteen.charAt(fifteen.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return fifteen + (10 - sum % 10) % 10;
    }
}
