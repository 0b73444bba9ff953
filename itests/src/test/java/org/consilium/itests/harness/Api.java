package org.consilium.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A client of the REST interface with cookies of its own, as one browser has them. The session cookies are Secure, which browsers send to
 * localhost over plain HTTP too; Java's cookie handler does not, so they are kept by hand.
 */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer. */
    public record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {
        /** The body of a success, else a failed test. */
        public JsonNode ok() {
            if (status < 200 || status > 299) {
                throw new AssertionError("status " + status + ": " + body);
            }
            return body;
        }

        public String code() {
            return body.path("code").asText();
        }
    }

    private final String url;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token;

    static {
        // Shorter than the server keeps idle connections: a POST on one that is just being closed is not repeated by
        // the client.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Api(Distribution distribution) {
        this.url = distribution.url();
    }

    /** A client that is logged in. */
    public static Api as(Distribution distribution, Demo.Account account) {
        Api api = new Api(distribution);
        api.post("/api/identity/session", Map.of("login", account.login(), "password", account.password()))
                .ok();
        return api;
    }

    /** A clinic's own system with its token. */
    public static Api service(Distribution distribution, String token) {
        Api api = new Api(distribution);
        api.token = token;
        return api;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Any request. A body that is a String or bytes goes as it is, a stream goes without a length, everything else as JSON.
     *
     * @param headers names and values in turn, in place of the usual ones; with the value {@code null} a usual one is left out
     */
    public Answer send(String method, String path, Object body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(60))
                    .method(method, publisher(body));
            Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            if (token == null) {
                sent.put("Origin", url);
            } else {
                sent.put("Authorization", "Bearer " + token);
            }
            if (body != null) {
                sent.put("Content-Type", "application/json");
            }
            for (int i = 0; i < headers.length; i += 2) {
                sent.put(headers[i], headers[i + 1]);
            }
            sent.values().removeIf(Objects::isNull);
            sent.forEach(request::header);
            if (!cookies.isEmpty()) {
                request.header("Cookie", cookieHeader());
            }
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), json(response), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    /** The value of the header {@code Cookie} as a browser would send it now. */
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The cookie that was set under a name, {@code null} for none. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) throws JsonProcessingException {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        if (body instanceof InputStream stream) {
            return HttpRequest.BodyPublishers.ofInputStream(() -> stream);
        }
        if (body instanceof byte[] bytes) {
            return HttpRequest.BodyPublishers.ofByteArray(bytes);
        }
        return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson && response.body().length > 0 ? JSON.readTree(response.body()) : JSON.missingNode();
    }
}
