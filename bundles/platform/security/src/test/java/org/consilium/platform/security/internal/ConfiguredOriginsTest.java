package org.consilium.platform.security.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredOriginsTest {
    private final ConfiguredOrigins origins =
            new ConfiguredOrigins(List.of("https://Portal.example , https://second.example", ""));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8181, localhost:8181",
        "https://tele.example, tele.example",
        "https://tele.example, tele.example:443",
        "https://tele.example:443, tele.example",
        "http://tele.example, tele.example:80",
        "https://TELE.example, tele.EXAMPLE",
        "http://[::1]:8181, [::1]:8181",
        "https://portal.example, tele.example",
        "https://second.example, tele.example",
    })
    void takesTheOwnPageAndTheNamedOnes(String origin, String host) {
        assertTrue(origins.accept(origin, host));
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, tele.example",
        "https://tele.example.evil.example, tele.example",
        "https://tele.example:8443, tele.example",
        "http://localhost:8182, localhost:8181",
        "http://localhost:80, localhost:443",
        "null, tele.example",
        "file://, tele.example",
        "not an origin, tele.example",
        "https://tele.example, bad host",
        "https://tele.example@evil.example, tele.example",
    })
    void refusesEveryOtherPage(String origin, String host) {
        assertFalse(origins.accept(origin, host));
    }

    @Test
    void refusesWhoSaysNoOrigin() {
        assertFalse(origins.accept(null, "tele.example"));
        assertFalse(origins.accept("https://tele.example", null));
    }
}
