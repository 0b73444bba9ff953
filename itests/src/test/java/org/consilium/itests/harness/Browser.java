package org.consilium.itests.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Headless Chromium with separate contexts, as separate people have separate browsers. Notes every complaint of a page. */
public final class Browser implements AutoCloseable {
    /** Leads to the distribution, but not under the name localhost. */
    public static final String OTHER_HOST = "consilium.example";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // a host that is not localhost, for what a browser does at an address without TLS
            "--host-resolver-rules=MAP " + Browser.OTHER_HOST + " 127.0.0.1");

    /** A camera and a microphone that are always there, 320 x 240 at 10 frames, and relays and peers on this host. */
    private static final List<String> DEVICES = List.of(
            "--use-fake-device-for-media-stream=fps=10",
            "--use-fake-ui-for-media-stream",
            "--allow-loopback-in-peer-connection",
            "--autoplay-policy=no-user-gesture-required");

    /** Script errors, CSP reports, and requests that left the origin; empty at the end of a good story. */
    public final List<String> complaints = new CopyOnWriteArrayList<>();

    private final String url;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    public Browser(Distribution distribution) {
        this(distribution.url(), List.of());
    }

    /** One for calls: with devices that show a moving picture and beep. */
    public static Browser withDevices(Distribution distribution) {
        return withDevices(distribution.url());
    }

    /** For another page than ours. */
    public static Browser withDevices(String url) {
        return new Browser(url, DEVICES);
    }

    private Browser(String url, List<String> further) {
        this.url = url;
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        // Its own browser download is not used: Debian's Chromium is.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(Stream.concat(ARGUMENTS.stream(), further.stream())
                                .toList()));
    }

    /** A fresh desktop browser, 1366 x 768, as at a doctor's workplace. */
    public Page desktop() {
        return page(1366, 768);
    }

    /** A fresh phone, 390 x 800. */
    public Page phone() {
        return page(390, 800);
    }

    private Page page(int width, int height) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale("ru-RU")
                .setTimezoneId("Europe/Moscow")
                .setViewportSize(new ViewportSize(width, height)));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add("CSP: " + message.text());
            }
        });
        page.onRequest(request -> {
            String target = request.url();
            if (target.startsWith("http") && !target.startsWith(url)) {
                complaints.add("request to " + target);
            }
        });
        return page;
    }

    /** Keeps a picture under {@code target/screenshots}, for people to look at. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** The memory of all processes of this browser, what they share counted once. */
    public long memoryMiB() {
        return ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").contains("chromium"))
                        .mapToLong(Browser::memoryKiB)
                        .sum()
                >> 10;
    }

    private static long memoryKiB(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // ended meanwhile
            return 0;
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
