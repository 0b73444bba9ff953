package org.consilium.platform.live.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.live.LiveHandler;
import org.consilium.platform.live.LiveMessage;
import org.consilium.platform.security.Sessions;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The channel over a real server and real sockets. */
class LiveServletTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Caller doctor =
            Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(Caller.DOCTOR), "Щербаков П. И.");
    private final UUID request = UUID.randomUUID();
    private final Caller patient = Caller.patient(UUID.randomUUID(), request);
    private final FakeSessions sessions = new FakeSessions();
    private final HttpClient http = HttpClient.newHttpClient();
    private Server server;
    private SocketHub hub;
    private LiveInbox inbox;

    private void start(LiveConfig config) throws Exception {
        sessions.open.put("doctor-token", doctor);
        sessions.open.put("doctor-token-2", doctor);
        sessions.open.put("patient-token", patient);
        hub = new SocketHub(config);
        inbox = new LiveInbox(config);
        server = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(
                new LiveServlet(hub, sessions, (origin, host) -> ("http://" + host).equals(origin), inbox, config));
        context.addServlet(holder, LiveServlet.STAFF_PATH);
        context.addServlet(holder, LiveServlet.VISIT_PATH);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        server.stop();
        inbox.stop();
    }

    @Test
    void greetsAndTellsEachOnlyWhatIsMeantForHim() throws Exception {
        start(TestConfig.DEFAULTS);
        Tab staff = connect("/live", "doctor-token");
        Tab visit = connect("/live/visit", "patient-token");
        assertEquals("{\"type\":\"hello\"}", staff.next());
        assertEquals("{\"type\":\"hello\"}", visit.next());

        hub.toCallers(List.of(doctor.id(), doctor.id(), UUID.randomUUID()), "for the doctor");
        hub.toPatients(request, "for the patient");
        hub.toPatients(UUID.randomUUID(), "for another patient");
        hub.toCallers(List.of(patient.id()), "for this link");

        assertEquals("for the doctor", staff.next());
        assertEquals("for the patient", visit.next());
        assertEquals("for this link", visit.next());
        assertNull(staff.texts.poll(200, TimeUnit.MILLISECONDS));
        assertNull(visit.texts.poll(0, TimeUnit.MILLISECONDS));
    }

    @Test
    void whatNobodyTakesIsIgnored() throws Exception {
        start(TestConfig.DEFAULTS);
        FakeHandler handler = new FakeHandler("test.said");
        inbox.handlers = List.of(handler);
        Tab tab = connect("/live", "doctor-token");
        tab.next();
        for (String text : List.of(
                "{\"type\":\"chat.message\"}",
                "",
                "hello",
                "[1]",
                "{",
                "{\"type\":7}",
                "{\"type\":\"test.said\"} and more",
                "{\"type\":\"test.said\",\"subject\":\"no id\"}",
                "{\"payload\":{\"type\":\"test.said\"}}")) {
            tab.say(text);
        }
        tab.say("{\"type\":\"test.said\",\"payload\":[1],\"subject\":null,\"extra\":{\"a\":[{}]}}");
        assertEquals("{}", handler.next().payload());
        assertNull(handler.messages.poll());
        hub.toCallers(List.of(doctor.id()), "still here");
        assertEquals("still here", tab.next());
    }

    @Test
    void aHandlerGetsWhatIsMeantForItInOrderAndAnswersTheTab() throws Exception {
        start(TestConfig.DEFAULTS);
        FakeHandler handler = new FakeHandler("test.said");
        inbox.handlers = List.of(new FakeHandler("test.other"), handler);
        Tab tab = connect("/live/visit", "patient-token");
        Tab other = connect("/live/visit", "patient-token");
        tab.next();
        other.next();
        for (int i = 0; i < 20; i++) {
            tab.say("{\"type\":\"test.said\",\"subject\":\"" + request + "\",\"payload\":{\"n\":" + i
                    + ",\"deep\":[{\"a\":\"б\"}]}}");
        }
        UUID socketId = null;
        for (int i = 0; i < 20; i++) {
            LiveMessage message = handler.next();
            assertEquals("{\"n\":" + i + ",\"deep\":[{\"a\":\"б\"}]}", message.payload());
            assertEquals(request, message.subject());
            socketId = message.socketId();
        }
        assertEquals(patient, handler.caller);

        hub.toSocket(UUID.randomUUID(), "to nobody");
        hub.toSocket(socketId, "to this tab alone");
        hub.toPatients(request, "to both");
        assertEquals("to this tab alone", tab.next());
        assertEquals("to both", other.next());

        tab.socket.abort();
        assertEquals(socketId, handler.closed.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aRefusalAndAFailureAreToldToTheTabThatAsked() throws Exception {
        start(TestConfig.DEFAULTS);
        FakeHandler handler = new FakeHandler("test.said");
        inbox.handlers = List.of(handler);
        Tab tab = connect("/live", "doctor-token");
        tab.next();
        handler.failure = ConsiliumException.conflict("test.not-now", "not now");
        tab.say("{\"type\":\"test.said\",\"subject\":\"" + request + "\"}");
        assertEquals(
                "{\"type\":\"live.refused\",\"subject\":\"" + request
                        + "\",\"number\":0,\"payload\":{\"code\":\"test.not-now\",\"type\":\"test.said\"}}",
                sorted(tab.next()));
        handler.failure = new IllegalStateException("a name that nobody may read");
        tab.say("{\"type\":\"test.said\"}");
        assertTrue(tab.next().contains("platform.failed"));
        handler.failure = null;
        handler.messages.clear();
        tab.say("{\"type\":\"test.said\"}");
        handler.next();
    }

    @Test
    void aHandlerThatWentIsAskedNoMore() throws Exception {
        start(TestConfig.DEFAULTS);
        FakeHandler gone = new FakeHandler("test.said");
        FakeHandler present = new FakeHandler("test.other");
        inbox.handlers = List.of(gone, present);
        Tab tab = connect("/live", "doctor-token");
        tab.next();
        inbox.handlers = List.of(present);
        tab.say("{\"type\":\"test.said\"}");
        tab.say("{\"type\":\"test.other\"}");
        present.next();
        assertNull(gone.messages.poll());
    }

    @Test
    void aTabThatFloodsIsClosed() throws Exception {
        start(new TestConfig(25, 60, 20, 256, 2));
        FakeHandler handler = new FakeHandler("test.said");
        inbox.handlers = List.of(handler);
        Tab tab = connect("/live", "doctor-token");
        tab.next();
        for (int i = 0; i < 100; i++) {
            tab.socket
                    .sendText("{\"type\":\"test.said\"}", true)
                    .exceptionally(e -> null)
                    .join();
        }
        assertEquals(1008, tab.closed.get(10, TimeUnit.SECONDS));
        assertTrue(handler.messages.size() < 30, "taken: " + handler.messages.size());
        await(() -> hub.size() == 0);
    }

    /** Members of a small map have no order. */
    private static String sorted(String refusal) {
        return refusal.replaceFirst(
                "\\{\"type\":\"([a-z.-]+)\",\"code\":\"([a-z.-]+)\"}", "{\"code\":\"$2\",\"type\":\"$1\"}");
    }

    /** Keeps what came. */
    private static final class FakeHandler implements LiveHandler {
        final String type;
        final BlockingQueue<LiveMessage> messages = new LinkedBlockingQueue<>();
        final BlockingQueue<UUID> closed = new LinkedBlockingQueue<>();
        volatile RuntimeException failure;
        volatile Caller caller;

        FakeHandler(String type) {
            this.type = type;
        }

        LiveMessage next() throws InterruptedException {
            LiveMessage message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(message != null, "no message came");
            return message;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public void handle(Caller from, LiveMessage message) {
            caller = from;
            messages.add(message);
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void closed(Caller from, UUID socketId) {
            closed.add(socketId);
        }
    }

    @Test
    void aTextThatIsTooLongEndsTheSocket() throws Exception {
        start(TestConfig.DEFAULTS);
        Tab tab = connect("/live", "doctor-token");
        tab.next();
        tab.socket.sendText("x".repeat(2000), true).exceptionally(e -> null).join();
        assertEquals(1009, tab.closed.get(10, TimeUnit.SECONDS));
        await(() -> hub.size() == 0);
    }

    @Test
    void neitherCookieOpensTheOthersDoor() throws Exception {
        start(TestConfig.DEFAULTS);
        assertEquals(401, refusal("/live", "patient-token", origin()));
        assertEquals(401, refusal("/live/visit", "doctor-token", origin()));
        // the right name with the other's token
        assertEquals(401, refusal("/live", Sessions.STAFF_COOKIE + "=patient-token", origin()));
        assertEquals(401, refusal("/live", Sessions.STAFF_COOKIE + "=forged", origin()));
        assertEquals(401, refusal("/live", "", origin()));
    }

    @Test
    void otherPagesAreRefused() throws Exception {
        start(TestConfig.DEFAULTS);
        assertEquals(403, refusal("/live", "doctor-token", "https://evil.example"));
        assertEquals(403, refusal("/live", "doctor-token", null));
        assertEquals(0, hub.size());
    }

    @Test
    void aPlainRequestIsToldToUpgrade() throws Exception {
        start(TestConfig.DEFAULTS);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(origin() + "/live")).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(426, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertTrue(answer.body().contains("platform.upgrade-required"));
    }

    @Test
    void sessionsThatCannotBeLookedUpAreNoErrorPage() throws Exception {
        start(TestConfig.DEFAULTS);
        sessions.broken = true;
        assertEquals(503, refusal("/live", "doctor-token", origin()));
    }

    @Test
    void anEndedSessionClosesItsSocketsOnly() throws Exception {
        start(TestConfig.DEFAULTS);
        Tab one = connect("/live", "doctor-token");
        Tab two = connect("/live", "doctor-token-2");
        one.next();
        two.next();
        CloseSocketsOfEndedSessions closer = new CloseSocketsOfEndedSessions(hub);

        closer.ended(doctor.id(), TokenHash.of("doctor-token"));
        assertEquals(LiveSocket.SESSION_ENDED, one.closed.get(10, TimeUnit.SECONDS));
        hub.toCallers(List.of(doctor.id()), "go on");
        assertEquals("go on", two.next());

        closer.ended(doctor.id(), null);
        assertEquals(LiveSocket.SESSION_ENDED, two.closed.get(10, TimeUnit.SECONDS));
        assertEquals(0, hub.size());
    }

    @Test
    void aSessionThatEndsDuringTheHandshakeGetsNoSocket() throws Exception {
        start(TestConfig.DEFAULTS);
        sessions.forgetAfterFirstLook = true;
        Tab tab = connect("/live", "doctor-token");
        assertEquals(LiveSocket.SESSION_ENDED, tab.closed.get(10, TimeUnit.SECONDS));
        assertEquals(0, hub.size());
        assertNull(tab.texts.poll());
    }

    @Test
    void oneCallerHasABoundedNumberOfSockets() throws Exception {
        start(new TestConfig(25, 60, 2, 256));
        Tab first = connect("/live", "doctor-token");
        first.next();
        connect("/live", "doctor-token").next();
        Tab third = connect("/live", "doctor-token");
        assertEquals(1013, third.closed.get(10, TimeUnit.SECONDS));
        assertEquals(2, hub.size());

        first.socket.abort();
        await(() -> hub.size() == 1);
        assertEquals("{\"type\":\"hello\"}", connect("/live", "doctor-token").next());
    }

    @Test
    void pingsAreAnsweredAndATabThatFellSilentIsGivenUp() throws Exception {
        start(new TestConfig(1, 2, 20, 256));
        Tab alive = connect("/live", "doctor-token");
        alive.next();
        try (Socket dead = rawTab()) {
            await(() -> hub.size() == 2);
            // it reads nothing and answers no ping
            await(() -> hub.size() == 1);
        }
        assertTrue(alive.pings.get() >= 1);
        hub.toCallers(List.of(doctor.id()), "still here");
        assertEquals("still here", alive.next());
    }

    @Test
    void aTabThatReadsNothingIsDroppedAndHoldsUpNobody() throws Exception {
        start(new TestConfig(25, 60, 20, 32));
        Tab reading = connect("/live", "doctor-token");
        reading.next();
        try (Socket stuck = rawTab()) {
            await(() -> hub.size() == 2);
            String big = "x".repeat(100_000);
            for (int i = 0; i < 1000 && hub.size() == 2; i++) {
                long begun = System.nanoTime();
                hub.toCallers(List.of(doctor.id()), big);
                assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(2), "sending waited for a slow tab");
                assertEquals(big, reading.next());
            }
            assertEquals(1, hub.size());
        }
        hub.toCallers(List.of(doctor.id()), "still here");
        assertEquals("still here", reading.next());
    }

    @Test
    void aRestartSaysFarewell() throws Exception {
        start(TestConfig.DEFAULTS);
        Tab tab = connect("/live", "doctor-token");
        tab.next();
        hub.close();
        assertEquals(1001, tab.closed.get(10, TimeUnit.SECONDS));
    }

    private int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    private String origin() {
        return "http://localhost:" + port();
    }

    private static String cookieFor(String token) {
        if (token.isEmpty() || token.contains("=")) {
            return token;
        }
        return (token.startsWith("patient") ? Sessions.VISIT_COOKIE : Sessions.STAFF_COOKIE) + "=" + token;
    }

    private CompletableFuture<WebSocket> open(String path, String token, String origin, Tab tab) {
        WebSocket.Builder builder = http.newWebSocketBuilder().header("Cookie", cookieFor(token));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return builder.buildAsync(URI.create("ws://localhost:" + port() + path), tab);
    }

    private Tab connect(String path, String token) {
        Tab tab = new Tab();
        tab.socket = open(path, token, origin(), tab).join();
        return tab;
    }

    private int refusal(String path, String token, String origin) {
        CompletionException failure = assertThrows(CompletionException.class, () -> open(path, token, origin, new Tab())
                .join());
        return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
    }

    /** A tab whose browser neither reads nor answers. */
    private Socket rawTab() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress("localhost", port()));
        socket.getOutputStream()
                .write(("GET /live HTTP/1.1\r\nHost: localhost:" + port()
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: "
                                + origin()
                                + "\r\nCookie: " + cookieFor("doctor-token") + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertEquals("HTTP/1.1 101", new String(in.readNBytes(12), StandardCharsets.US_ASCII));
        return socket;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not happen in time");
            Thread.sleep(20);
        }
    }

    /** One browser tab. */
    private static final class Tab implements WebSocket.Listener {
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final java.util.concurrent.atomic.AtomicInteger pings = new java.util.concurrent.atomic.AtomicInteger();
        private final StringBuilder part = new StringBuilder();
        WebSocket socket;

        void say(String text) {
            socket.sendText(text, true).join();
        }

        String next() throws InterruptedException {
            String text = texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(text != null, "nothing came");
            return text;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket from, java.nio.ByteBuffer message) {
            pings.incrementAndGet();
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    private static final class FakeSessions implements Sessions {
        final Map<String, Caller> open = new ConcurrentHashMap<>();
        volatile boolean forgetAfterFirstLook;
        volatile boolean broken;

        @Override
        public Optional<Caller> find(String token) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            return Optional.ofNullable(forgetAfterFirstLook ? open.remove(token) : open.get(token));
        }

        @Override
        public String open(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void closeAll(UUID callerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String cookie(Caller.Kind kind, String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String clearedCookie(Caller.Kind kind) {
            throw new UnsupportedOperationException();
        }
    }
}
