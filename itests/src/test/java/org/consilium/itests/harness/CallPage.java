package org.consilium.itests.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One person's page in a call through the interface, with what its connections really carry. */
public final class CallPage {
    private static final String NOTE_CONNECTIONS = script();

    /**
     * What the connections that stand have carried so far.
     *
     * @param frames video frames decoded
     * @param audioIn sound packets received
     * @param audioOut sound packets sent
     * @param videoOut packets of camera and screen sent
     */
    public record Media(long frames, long audioIn, long audioOut, long videoOut, int connected, int relayed) {}

    public final Page page;
    private final String name;

    private CallPage(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /** A doctor at the chat of a request. */
    public static CallPage staff(Page page, Api api, String request) {
        return at(page, api, "/messages/" + request);
    }

    /** A doctor on some page. */
    public static CallPage at(Page page, Api api, String path) {
        CallPage self = open(page, api, "staff");
        page.navigate(path);
        return self;
    }

    /** The patient behind link, check and consent. */
    public static CallPage patient(Page page, Api api) {
        CallPage self = open(page, api, "patient");
        page.navigate("/visit");
        assertThat(page.locator(".visit-call")).isVisible();
        return self;
    }

    private static CallPage open(Page page, Api api, String name) {
        page.addInitScript(NOTE_CONNECTIONS);
        for (String cookie : api.cookieHeader().split("; ")) {
            int equals = cookie.indexOf('=');
            page.context()
                    .addCookies(List.of(new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1))
                            .setUrl(api.url().replace("http:", "https:"))
                            .setSecure(true)));
        }
        return new CallPage(page, name);
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "(:|$)")));
    }

    /** A button of the tool bar by the words on it. */
    public Locator tool(String words) {
        return page.locator(".call-tools .tool")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".tool-label", new Page.LocatorOptions().setHasText(words))));
    }

    public Locator tile(String role) {
        return page.locator(".tile[data-role=" + role + "]:not(.tile-screen)");
    }

    /** The person is in the room: the tool bar is there. */
    public CallPage inRoom() {
        assertThat(page.getByRole(
                        AriaRole.TOOLBAR,
                        new Page.GetByRoleOptions()
                                .setName("Панель инструментов")
                                .setExact(true)))
                .isVisible();
        return this;
    }

    public Media media() {
        Map<?, ?> figures = (Map<?, ?>) page.evaluate("() => window.mediaFigures()");
        return new Media(
                number(figures, "frames"),
                number(figures, "audioIn"),
                number(figures, "audioOut"),
                number(figures, "videoOut"),
                (int) number(figures, "connected"),
                (int) number(figures, "relayed"));
    }

    private static long number(Map<?, ?> figures, String name) {
        return ((Number) figures.get(name)).longValue();
    }

    public Media await(String what, Predicate<Media> met) {
        Media[] last = new Media[1];
        Distribution.await(name + ": " + what, Duration.ofSeconds(60), () -> {
            last[0] = media();
            return met.test(last[0]);
        });
        return last[0];
    }

    /** Picture and sound arrive, and go on arriving. */
    public CallPage receives() {
        Media before = await("picture and sound", it -> it.connected() > 0 && it.frames() > 3);
        await("more of both", it -> it.frames() > before.frames() + 5 && it.audioIn() > before.audioIn() + 5);
        return this;
    }

    /** Counts that must stand still do so over several looks, while the connection itself goes on. */
    public void silent(String what, java.util.function.ToLongFunction<Media> counter) {
        // What was on its way when the switch was pressed may still come.
        long[] last = {-1};
        int[] same = {0};
        await(what, it -> {
            same[0] = counter.applyAsLong(it) == last[0] ? same[0] + 1 : 0;
            last[0] = counter.applyAsLong(it);
            return same[0] >= 8;
        });
    }

    public void picture(String what) {
        Browser.picture(page, "call-" + what);
    }

    private static String script() {
        try (InputStream in = CallPage.class.getResourceAsStream("/note-connections.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
