package org.consilium.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySettingsTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8181, http://localhost:8181/visit#abc",
        "https://telemed.example.org/, https://telemed.example.org/visit#abc",
        "' https://example.org/telemed ', https://example.org/telemed/visit#abc"
    })
    void linksBeginWithThePublicAddress(String publicUrl, String link) {
        assertEquals(
                link,
                Configured.with(Map.of("publicUrl", publicUrl)).linkOf("abc").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "telemed.example.org",
                "ftp://example.org",
                "https://",
                "https://a/?x=1",
                "https://a/#x",
                "a b"
            })
    void aWrongAddressKeepsTheDomainFromStarting(String publicUrl) {
        assertThrows(IllegalArgumentException.class, () -> Configured.with(Map.of("publicUrl", publicUrl)));
    }

    @Test
    void soDoesAnUnknownTimeZoneOrAMissingConsent() {
        assertThrows(RuntimeException.class, () -> Configured.with(Map.of("timeZone", "Europe/Nowhere")));
        assertThrows(IllegalArgumentException.class, () -> Configured.with(Map.of("consentText", " ")));
        assertThrows(IllegalArgumentException.class, () -> Configured.with(Map.of("consentVersion", "1".repeat(41))));
    }

    @Test
    void theDefaultsAreThoseOfTheRegion() {
        IdentitySettings settings = Configured.defaults();
        assertEquals("Europe/Moscow", settings.region().timeZone());
        assertEquals("Врач читает сообщения во время приёма. Если стало хуже — звоните 103 или 112", settings.notice());
    }
}
