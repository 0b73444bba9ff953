package org.consilium.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoAccountTest {
    private static final Path ROUTES = Path.of("../routes/general/src/main/resources/OSGI-INF/consilium/routes");

    @Test
    void everyProfileOfTheBundledRoutesHasAConsultantAtAnyHourInEachOrganisation() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROUTES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                JsonNode route = new ObjectMapper().readTree(file.toFile());
                route.get("profiles")
                        .forEach(profile -> codes.add(profile.get("code").asText()));
            }
        }
        assertTrue(codes.size() > 1);
        for (int home = 0; home < DemoAccount.ORGANISATIONS.size(); home++) {
            int organisation = home;
            assertTrue(DemoAccount.ALL.stream()
                    .filter(a -> a.home() == organisation && a.hours() == DemoAccount.Hours.ROUND_THE_CLOCK)
                    .anyMatch(a -> a.profiles().containsAll(codes)));
        }
    }

    @Test
    void loginsAreDistinct() {
        assertEquals(
                DemoAccount.ALL.size(),
                DemoAccount.ALL.stream()
                        .map(DemoAccount::login)
                        .collect(Collectors.toSet())
                        .size());
    }
}
