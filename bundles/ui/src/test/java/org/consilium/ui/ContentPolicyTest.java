package org.consilium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {
    private static String scriptsWith(Object pluginScript) {
        return Arrays.stream(ContentPolicy.allowing(pluginScript)
                        .with("N", List.of())
                        .split("; "))
                .filter(directive -> directive.startsWith("script-src "))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://plugin.example/a.js",
                "//plugin.example/a.js",
                "https://plugin.example/a.js; script-src *",
                "https://plugin.example/a.js 'unsafe-eval'",
                "https://user@plugin.example/a.js",
                "https:",
                "*",
                "javascript:alert(1)"
            })
    void withoutAnAddressThatIsOneOnlyOurOwnScriptsRun(String address) {
        assertEquals("script-src 'self'", scriptsWith(address));
    }

    @Test
    void theOneScriptAndTheExtensionsOfItsVendorAreAllowed() {
        String scripts = scriptsWith(" https://plugin.example/cades/cadesplugin_api.js ");
        assertTrue(scripts.startsWith(
                "script-src 'self' https://plugin.example/cades/cadesplugin_api.js chrome-extension://"));
        assertFalse(scripts.contains("unsafe"));
    }

    @Test
    void anAddressOfOurOwnNeedsNoOrigin() {
        assertTrue(scriptsWith("/plugin/cadesplugin_api.js").startsWith("script-src 'self' chrome-extension://"));
    }

    @Test
    void mediaServersMayBeReachedAndWhatIsNoOriginMayNot() {
        String policy = ContentPolicy.allowing(null)
                .with(
                        "N",
                        List.of(
                                "wss://video.example.org:4443",
                                "wss://a.example; script-src *",
                                "*",
                                "https://b.example/x"));
        assertTrue(policy.contains("; connect-src 'self' wss://video.example.org:4443; "), policy);
    }

    @Test
    void nothingElseChanges() {
        String without = ContentPolicy.allowing(null).with("N", List.of());
        String with = ContentPolicy.allowing("https://plugin.example/a.js").with("N", List.of());
        assertEquals(without.replaceAll("script-src [^;]+;", ""), with.replaceAll("script-src [^;]+;", ""));
        assertTrue(without.contains("style-src 'self' 'nonce-N'"));
        assertTrue(without.contains("default-src 'none'"));
    }
}
