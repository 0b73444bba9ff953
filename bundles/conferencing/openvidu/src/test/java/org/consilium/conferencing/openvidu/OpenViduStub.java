package org.consilium.conferencing.openvidu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as a real OpenVidu 2.32.2 was recorded to. */
final class OpenViduStub implements AutoCloseable {
    static final String SECRET = "stub-secret";
    private static final String API = "/openvidu/api";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Map<String, Map<String, ObjectNode>> sessions = new ConcurrentHashMap<>();
    /** Method and path of each request, in order. */
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** Bodies that created connections. */
    final List<JsonNode> connectionsMade = new CopyOnWriteArrayList<>();
    /** Recording ids that run. */
    final List<String> recordings = new CopyOnWriteArrayList<>();

    volatile boolean recordingEnabled = true;
    /** The last participant leaves right before the next connection is asked for. */
    volatile boolean emptyOnce;

    OpenViduStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Session ids that exist. */
    List<String> sessionIds() {
        return List.copyOf(sessions.keySet());
    }

    int connectionsOf(String session) {
        return sessions.get(session).size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        String expected = "Basic "
                + Base64.getEncoder().encodeToString(("OPENVIDUAPP:" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, null);
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode input = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        List<String> parts =
                new ArrayList<>(List.of(path.substring(API.length() + 1).split("/")));
        if (parts.get(0).equals("recordings")) {
            recording(exchange, parts, input);
        } else if (parts.size() == 1) {
            allSessions(exchange, input);
        } else if (parts.size() == 2) {
            oneSession(exchange, parts.get(1));
        } else {
            connections(exchange, parts, input);
        }
    }

    private void allSessions(HttpExchange exchange, JsonNode input) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            ObjectNode list = json.createObjectNode().put("numberOfElements", sessions.size());
            ArrayNode content = list.putArray("content");
            sessions.keySet().forEach(id -> content.add(session(id)));
            send(exchange, 200, list);
            return;
        }
        String id = input.path("customSessionId").asText();
        if (!id.matches("[A-Za-z0-9_-]+")) {
            send(exchange, 400, null);
        } else if (sessions.putIfAbsent(id, new ConcurrentHashMap<>()) != null) {
            send(exchange, 409, null);
        } else {
            send(exchange, 200, session(id));
        }
    }

    private void oneSession(HttpExchange exchange, String id) throws IOException {
        if (!sessions.containsKey(id)) {
            send(exchange, 404, null);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            sessions.remove(id);
            send(exchange, 204, null);
        } else {
            send(exchange, 200, session(id));
        }
    }

    private void connections(HttpExchange exchange, List<String> parts, JsonNode input) throws IOException {
        if (emptyOnce && exchange.getRequestMethod().equals("POST")) {
            emptyOnce = false;
            sessions.remove(parts.get(1));
        }
        Map<String, ObjectNode> known = sessions.get(parts.get(1));
        if (known == null) {
            send(exchange, 404, null);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            boolean there = known.remove(parts.get(3)) != null;
            if (there && known.isEmpty()) {
                // the last one takes the session with him
                sessions.remove(parts.get(1));
            }
            send(exchange, there ? 204 : 404, null);
        } else {
            connectionsMade.add(input);
            ObjectNode connection = connection(parts.get(1), input);
            known.put(connection.get("id").asText(), connection);
            send(exchange, 200, connection);
        }
    }

    private void recording(HttpExchange exchange, List<String> parts, JsonNode input) throws IOException {
        if (!recordingEnabled) {
            send(exchange, 501, null);
        } else if (parts.get(1).equals("start")) {
            String session = input.path("session").asText();
            if (!sessions.containsKey(session)) {
                send(exchange, 404, null);
                return;
            }
            recordings.add(session);
            send(exchange, 200, recorded(session, "started"));
        } else if (recordings.remove(parts.get(2))) {
            send(exchange, 200, recorded(parts.get(2), "stopped"));
        } else {
            send(exchange, 404, null);
        }
    }

    private ObjectNode session(String id) {
        ObjectNode session = json.createObjectNode()
                .put("id", id)
                .put("object", "session")
                .put("sessionId", id)
                .put("createdAt", 1_763_000_000_000L)
                .put("recording", false)
                .put("broadcasting", false)
                .put("mediaMode", "ROUTED")
                .put("recordingMode", "MANUAL")
                .put("customSessionId", id)
                .put("forcedVideoCodec", "MEDIA_SERVER_PREFERRED")
                .put("allowTranscoding", false);
        session.set("defaultRecordingProperties", properties());
        ObjectNode connections = session.putObject("connections");
        Map<String, ObjectNode> known = sessions.getOrDefault(id, Map.of());
        connections.put("numberOfElements", known.size()).putArray("content").addAll(known.values());
        return session;
    }

    private ObjectNode properties() {
        return json.createObjectNode()
                .put("name", "")
                .put("hasAudio", true)
                .put("hasVideo", true)
                .put("outputMode", "COMPOSED")
                .put("recordingLayout", "BEST_FIT")
                .put("resolution", "1280x720")
                .put("frameRate", 25)
                .put("shmSize", 536_870_912);
    }

    private ObjectNode connection(String session, JsonNode input) {
        String id = "con_" + UUID.randomUUID().toString().substring(0, 10);
        ObjectNode connection = json.createObjectNode()
                .put("id", id)
                .put("object", "connection")
                .put("status", "pending")
                .put("connectionId", id)
                .put("sessionId", session)
                .put("createdAt", 1_763_000_000_000L)
                .putNull("activeAt")
                .putNull("location")
                .putNull("ip")
                .putNull("platform")
                .put(
                        "token",
                        "wss://127.0.0.1:" + server.getAddress().getPort() + "?sessionId=" + session + "&token=tok_"
                                + UUID.randomUUID().toString().substring(0, 8))
                .put("type", "WEBRTC")
                .put("record", true)
                .put("role", input.path("role").asText())
                .put("serverData", input.path("data").asText())
                .putNull("clientData")
                .putNull("rtspUri")
                .putNull("kurentoOptions")
                .putNull("publishers")
                .putNull("subscribers");
        connection.putArray("customIceServers");
        return connection;
    }

    private ObjectNode recorded(String session, String status) {
        return properties()
                .put("id", session)
                .put("sessionId", session)
                .put("createdAt", 1_763_000_000_000L)
                .put("size", 0)
                .put("duration", 0)
                .putNull("url")
                .put("status", status);
    }

    private void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
