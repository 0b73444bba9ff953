package org.consilium.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workplace with CryptoPro's plug-in, as far as a page can tell: the object model stands in {@code plugin-stub.js}, the key is the GOST key of the demo's
 * authority for the doctor, which this process uses on behalf of the page. Beside it lies a certificate that has expired.
 */
public final class PluginStub {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Not the one of the demonstration, which a page may offer beside. */
    private static final String THUMBPRINT = "A1".repeat(20);

    private final Api doctor;
    private final List<Map<String, String>> certificates = new ArrayList<>();
    private volatile String failureAt = "";
    private volatile String failure;

    /** @param doctor whose key it is */
    public PluginStub(Api doctor) {
        this.doctor = doctor;
        JsonNode own = doctor.get("/api/demo/signer").ok();
        certificates.add(certificate(
                THUMBPRINT,
                own,
                own.path("validFrom").asText(),
                own.path("validTo").asText()));
        certificates.add(certificate("0F".repeat(20), own, "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z"));
    }

    private static Map<String, String> certificate(String thumbprint, JsonNode own, String from, String to) {
        return Map.of(
                "thumbprint",
                thumbprint,
                "subject",
                "CN=" + own.path("ownerName").asText() + ", O=\"ГБУЗ \"\"Поликлиника\"\"\"",
                "issuer",
                "CN=" + own.path("issuer").asText(),
                "validFrom",
                from,
                "validTo",
                to,
                "der",
                own.path("certificate").asText());
    }

    /** Puts the plug-in into a page that is not loaded yet. */
    public Page into(Page page) {
        page.exposeFunction("pluginStubCertificates", arguments -> json(certificates));
        page.exposeFunction("pluginStubFailure", arguments -> failureAt.equals(arguments[0]) ? failure : null);
        page.exposeFunction("pluginStubSign", arguments -> sign((String) arguments[0], (String) arguments[1]));
        page.addInitScript(script());
        return page;
    }

    /**
     * From now on the plug-in fails as it does in life.
     *
     * @param at {@code store} or {@code sign}
     * @param message its words, {@code null} when it works again
     */
    public void failing(String at, String message) {
        failureAt = at;
        failure = message;
    }

    private String sign(String with, String content) {
        if (!THUMBPRINT.equals(with)) {
            throw new AssertionError("the page signs with a certificate that cannot");
        }
        return doctor.post("/api/demo/signer/signature", Map.of("content", content))
                .ok()
                .path("cms")
                .asText();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        try (InputStream in = PluginStub.class.getResourceAsStream("/plugin-stub.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
