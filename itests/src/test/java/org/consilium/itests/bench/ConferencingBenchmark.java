package org.consilium.itests.bench;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallPage;
import org.consilium.itests.harness.CallRoom;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Turn;

/**
 * A call between two real browsers: from the click to the first decoded picture, beside a bare page of WebRTC; how long a signal takes; what
 * the page weighs before and during the call. Writes docs/benchmarks/conferencing.md.
 */
public final class ConferencingBenchmark {
    /** The patient of one request is rung at most 20 times in ten minutes. */
    private static final int RINGS = 15;

    private static final String NOTE = resource("bench-first-frame.js");

    private final Turn turn;
    private final int calls;

    private ConferencingBenchmark(Turn turn, int calls) {
        this.turn = turn;
        this.calls = calls;
    }

    /** What was measured of our pages in one way (direct or relayed); milliseconds and megabytes. */
    private static final class Ours {
        private final List<Double> firstFrames = new ArrayList<>();
        private final List<Double> latencies = new ArrayList<>();
        private Weight before;
        private Weight during;
        private long memoryBefore;
        private long memoryDuring;

        double last() {
            return firstFrames.get(firstFrames.size() - 1);
        }

        double[] firstFrame() {
            return firstFrames.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double[] signals() {
            return latencies.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** Bytes over the network, and number of files. */
    private record Weight(long kilobytes, int files) {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report("conferencing", "Conferencing: a call between two browsers beside bare WebRTC");
        try (Turn turn = Turn.start()) {
            new ConferencingBenchmark(turn, Integer.parseInt(arguments[0])).run(report);
        }
        System.exit(0);
    }

    private void run(Report report) throws IOException, GeneralSecurityException {
        double[] bareDirect = bare(false);
        double[] bareRelayed = bare(true);
        Ours direct = ours(false);
        Ours relayed = ours(true);
        report.line(
                "| %d calls each, ms | Consilium, median | 99th percentile | bare page, median | 99th percentile | ratio of medians |",
                calls);
        report.line("|---|---:|---:|---:|---:|---:|");
        row(report, "click to first decoded picture, direct", direct.firstFrame(), bareDirect);
        row(report, "click to first decoded picture, relay only", relayed.firstFrame(), bareRelayed);
        report.line("");
        report.line("| a signal from page to page through the server, ms | median | 99th percentile | signals |");
        report.line("|---|---:|---:|---:|");
        double[] signals = direct.signals();
        report.line("| | %.1f | %.1f | %d |", percentile(signals, 0.5), percentile(signals, 0.99), signals.length);
        report.line("");
        report.line("| the patient's page | chat | in a 1:1 call |");
        report.line("|---|---:|---:|");
        report.line("| kB over the network | %d | %d |", direct.before.kilobytes(), direct.during.kilobytes());
        report.line("| files | %d | %d |", direct.before.files(), direct.during.files());
        report.line("| resident memory of its renderer, MB | %d | %d |", direct.memoryBefore, direct.memoryDuring);
        report.line("");
        report.line(
                "The doctor is in the room and rings; the click is the patient's on «Ответить», the picture is the doctor's, decoded in the"
                        + " patient's page. On the bare page the host waits with its camera on, the guest's click opens its devices and offers;"
                        + " signals go by BroadcastChannel within one browser. Both ask for the same picture of a fake camera, 10 frames a"
                        + " second, so that a picture comes every 100 ms at the earliest. All runs on one machine. Relayed media go through"
                        + " coturn on loopback. Memory includes what the browser shares between its processes.");
        report.line("");
        report.line("## Aims");
        report.line("");
        aim(report, "direct", direct.firstFrame(), bareDirect);
        aim(report, "relayed", relayed.firstFrame(), bareRelayed);
        report.machine();
        report.write();
    }

    private static void aim(Report report, String way, double[] ours, double[] bare) {
        double ratio = percentile(ours, 0.5) / percentile(bare, 0.5);
        report.aim(
                "first picture within 1.5 times bare WebRTC, " + way,
                ratio <= 1.5,
                String.format(Locale.ROOT, "%.2f times", ratio));
    }

    private static void row(Report report, String name, double[] ours, double[] bare) {
        report.line(
                "| %s | %.0f | %.0f | %.0f | %.0f | %.2f |",
                name,
                percentile(ours, 0.5),
                percentile(ours, 0.99),
                percentile(bare, 0.5),
                percentile(bare, 0.99),
                percentile(ours, 0.5) / percentile(bare, 0.5));
    }

    private Ours ours(boolean relay) throws IOException {
        try (Distribution distribution = Distribution.unpack("bench-conferencing-" + (relay ? "relay" : "direct"))) {
            distribution.set("org.consilium.conferencing.cfg", "turnUrls", turn.urls());
            distribution.set("org.consilium.conferencing.cfg", "turnSecret", turn.secret());
            distribution.set("org.consilium.conferencing.cfg", "relayOnly", String.valueOf(relay));
            distribution.start();
            Ours ours = new Ours();
            for (int first = 0; first < calls; first += RINGS) {
                series(distribution, Math.min(RINGS, calls - first), ours);
            }
            System.out.printf(
                    Locale.ROOT, "ours, relay %s: median %.0f ms%n", relay, percentile(ours.firstFrame(), 0.5));
            return ours;
        }
    }

    /** Calls of one request. */
    private void series(Distribution distribution, int count, Ours ours) {
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String request = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.ANNA.id())
                .id();
        Consultations.awaitChat(doctor, request);
        Api patientApi = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        try (Browser doctors = Browser.withDevices(distribution);
                Browser patients = Browser.withDevices(distribution)) {
            Page staffPage = doctors.desktop();
            staffPage.addInitScript(NOTE);
            CallPage staff = CallPage.staff(staffPage, doctor, request);
            Set<Long> others = renderers();
            Page patientPage = patients.phone();
            patientPage.addInitScript(NOTE);
            CallPage patient = CallPage.patient(patientPage, patientApi);
            if (ours.before == null) {
                ours.before = weight(patientPage);
                ours.memoryBefore = memory(others);
            }
            for (int i = 0; i < count; i++) {
                staff.button("Позвонить пациенту").click();
                staff.inRoom();
                patient.button("Ответить").click();
                ours.firstFrames.add(firstFrame(patientPage));
                if (ours.during == null) {
                    patient.receives();
                    staff.receives();
                    ours.during = weight(patientPage);
                    ours.memoryDuring = memory(others);
                }
                ours.latencies.addAll(latencies(staffPage, patientPage));
                ours.latencies.addAll(latencies(patientPage, staffPage));
                doctor.post(CallRoom.path(request) + "/end", Map.of()).ok();
                patient.button("К переписке").click();
                staff.button("Закрыть").click();
                System.out.printf(Locale.ROOT, "call %d of %d: %.0f ms%n", ours.firstFrames.size(), calls, ours.last());
            }
        }
    }

    private double[] bare(boolean relay) throws IOException, GeneralSecurityException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = resource("bench-bare.html").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/?"
                + URLEncoder.encode(configuration(relay), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        try (Browser browser =
                Browser.withDevices("http://localhost:" + server.getAddress().getPort())) {
            Page guest = browser.desktop();
            Page host = guest.context().newPage();
            host.navigate(address + "#host");
            host.waitForFunction("() => document.title === 'ready'");
            guest.addInitScript(NOTE);
            guest.navigate(address + "#guest");
            double[] firstFrame = new double[calls];
            for (int i = 0; i < calls; i++) {
                guest.locator("button").click();
                firstFrame[i] = firstFrame(guest);
                guest.evaluate("() => window.hangUp()");
            }
            System.out.printf(Locale.ROOT, "bare, relay %s: median %.0f ms%n", relay, percentile(firstFrame, 0.5));
            return firstFrame;
        } finally {
            server.stop(0);
        }
    }

    /** As the server makes them for a page (draft-uberti-behave-turn-rest). */
    private String configuration(boolean relay) throws GeneralSecurityException {
        String user = Instant.now().plus(Duration.ofHours(1)).getEpochSecond() + ":bench";
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(turn.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String credential = Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        String urls = List.of(turn.urls().split(", *")).stream()
                .map(url -> '"' + url + '"')
                .collect(Collectors.joining(","));
        return "{\"iceServers\":[{\"urls\":[" + urls + "],\"username\":\"" + user + "\",\"credential\":\"" + credential
                + "\"}],\"iceTransportPolicy\":\"" + (relay ? "relay" : "all") + "\",\"bundlePolicy\":\"max-bundle\"}";
    }

    private static double firstFrame(Page page) {
        page.waitForFunction("() => window.bench.firstFrame > 0");
        return ((Number) page.evaluate("() => window.bench.firstFrame - window.bench.clicked")).doubleValue();
    }

    /** Of the signals that one page sent and the other received, milliseconds; each is counted once. */
    private static List<Double> latencies(Page from, Page to) {
        Map<Object, Double> sent = signals(from, "sent");
        List<Double> latencies = new ArrayList<>();
        signals(to, "received").forEach((data, at) -> {
            if (sent.containsKey(data)) {
                latencies.add(at - sent.get(data));
            }
        });
        return latencies;
    }

    private static Map<Object, Double> signals(Page page, String list) {
        Map<Object, Double> signals = new HashMap<>();
        for (Object pair : (List<?>) page.evaluate("list => window.bench[list].splice(0)", list)) {
            signals.put(((List<?>) pair).get(0), ((Number) ((List<?>) pair).get(1)).doubleValue());
        }
        return signals;
    }

    private static Weight weight(Page page) {
        Map<?, ?> weight = (Map<?, ?>)
                page.evaluate(
                        """
                () => {
                  const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .filter(({ name }) => !name.includes('/api/'));
                  return { bytes: files.reduce((sum, { transferSize }) => sum + transferSize, 0), files: files.length };
                }""");
        return new Weight(((Number) weight.get("bytes")).longValue() / 1000, ((Number) weight.get("files")).intValue());
    }

    private static Set<Long> renderers() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(ConferencingBenchmark::isRenderer)
                .collect(Collectors.toSet());
    }

    /** By the system's own words: Java cuts long command lines. */
    private static boolean isRenderer(long pid) {
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of("/proc/" + pid + "/cmdline"))
                    .contains("--type=renderer");
        } catch (IOException e) {
            return false;
        }
    }

    /** The largest renderer that is not one of the others: the page's own. */
    private static long memory(Set<Long> others) {
        return renderers().stream()
                .filter(pid -> !others.contains(pid))
                .mapToLong(ProcessFigures::residentMegabytes)
                .max()
                .orElseThrow();
    }

    private static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.floor(share * sorted.length))];
    }

    private static String resource(String name) {
        try (InputStream in = ConferencingBenchmark.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
