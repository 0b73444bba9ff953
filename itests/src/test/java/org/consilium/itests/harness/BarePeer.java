package org.consilium.itests.harness;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A participant who knows the contract and nothing of the interface: {@code bare-peer.js} in a page with real media. */
public final class BarePeer {
    private static final String SCRIPT = script();

    /**
     * What arrives.
     *
     * @param frames video frames decoded
     * @param audio sound packets received
     * @param connected peer connections that stand
     * @param relayed nominated paths that go through a relay on this side
     */
    public record Incoming(long frames, long audio, int connected, int relayed) {}

    public final Page page;

    private BarePeer(Page page) {
        this.page = page;
    }

    public static BarePeer staff(Page page, Api api, String request, boolean relay) {
        return open(page, api, "/api/conferencing/rooms/" + request, "/live", request, relay);
    }

    public static BarePeer patient(Page page, Api api, String request, boolean relay) {
        return open(page, api, "/api/visit/conferencing/room", "/live/visit", request, relay);
    }

    private static BarePeer open(Page page, Api api, String base, String live, String request, boolean relay) {
        // any page of the origin will do; these allow camera, microphone and the live channel
        for (String cookie : api.cookieHeader().split("; ")) {
            int equals = cookie.indexOf('=');
            page.context()
                    .addCookies(java.util.List.of(new com.microsoft.playwright.options.Cookie(
                                    cookie.substring(0, equals), cookie.substring(equals + 1))
                            .setUrl(api.url().replace("http:", "https:"))
                            .setSecure(true)));
        }
        page.navigate(live.endsWith("visit") ? "/visit" : "/");
        page.evaluate(SCRIPT, Map.of("base", base, "live", live, "request", request, "relay", relay));
        return new BarePeer(page);
    }

    /** Comes in; {@code WAITING} or {@code ADMITTED}. */
    public String enter() {
        return (String) page.evaluate("() => window.peer.enter()");
    }

    public String connection() {
        return (String) page.evaluate("() => window.peer.connection");
    }

    public String participantId() {
        return (String) page.evaluate("() => window.peer.state.ticket.participantId");
    }

    /** Calls an operation of the room. */
    public Object call(String method, String path, Object body) {
        return page.evaluate(
                "([method, path, body]) => window.peer.call(method, path, body)",
                java.util.Arrays.asList(method, path, body));
    }

    @SuppressWarnings("unchecked")
    public Incoming incoming() {
        Map<String, Object> sums = (Map<String, Object>) page.evaluate("() => window.peer.incoming()");
        return new Incoming(
                ((Number) sums.get("frames")).longValue(),
                ((Number) sums.get("audio")).longValue(),
                ((Number) sums.get("connected")).intValue(),
                ((Number) sums.get("relayed")).intValue());
    }

    /** Waits until enough arrives. */
    public Incoming await(String what, Predicate<Incoming> enough) {
        Distribution.await(what + "; errors " + errors(), Duration.ofSeconds(40), () -> enough.test(incoming()));
        return incoming();
    }

    public String errors() {
        return String.valueOf(page.evaluate("() => window.peer.state.errors.join('; ')"));
    }

    private static String script() {
        try (InputStream in = BarePeer.class.getResourceAsStream("/bare-peer.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^//.*\\R", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
