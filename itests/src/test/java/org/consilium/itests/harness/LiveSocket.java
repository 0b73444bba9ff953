package org.consilium.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One open tab on the live channel; keeps every hint it gets. */
public final class LiveSocket implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> hints = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private LiveSocket() {}

    /** Connects as a page of the distribution would and waits for the greeting. */
    public static LiveSocket open(Distribution distribution, String path, Api who) {
        LiveSocket live = new LiveSocket();
        live.socket = handshake(distribution, path, who.cookieHeader(), distribution.url(), live)
                .join();
        live.await("the greeting", Duration.ofSeconds(5), hint -> hint.path("type")
                .asText()
                .equals("hello"));
        return live;
    }

    /** The status with which a handshake is refused; 101 when it is not. */
    public static int refusal(Distribution distribution, String path, String cookie, String origin) {
        try {
            handshake(distribution, path, cookie, origin, new LiveSocket())
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static CompletableFuture<WebSocket> handshake(
            Distribution distribution, String path, String cookie, String origin, WebSocket.Listener listener) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (cookie != null) {
            builder.header("Cookie", cookie);
        }
        return builder.buildAsync(URI.create(distribution.url().replace("http:", "ws:") + path), listener);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                hints.add(JSON.readTree(text.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    /** Sends something, which the server ignores. */
    public void say(String words) {
        socket.sendText(words, true).join();
    }

    /** Waits for a hint and returns it. */
    public JsonNode await(String what, Duration limit, java.util.function.Predicate<JsonNode> wanted) {
        Distribution.await(what + " among " + hints, limit, () -> hints.stream().anyMatch(wanted));
        return hints.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Everything that came so far. */
    public List<JsonNode> hints() {
        return List.copyOf(hints);
    }

    public boolean isOpen() {
        return !closed.isDone() && !socket.isInputClosed() && !socket.isOutputClosed();
    }

    /** The code with which the server closes the socket, waited for at most so long. */
    public int awaitClose(Duration limit) {
        try {
            return closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the socket was not closed in order", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
