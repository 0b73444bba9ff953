package org.consilium.platform.live.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.api.WebSocketPingPongListener;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open tab. Sending never waits: what a tab cannot take at once is counted, and a tab that falls too far behind is
 * dropped.
 */
final class LiveSocket implements WebSocketListener, WebSocketPingPongListener, WriteCallback {
    /** Close code: the session ended, log in again. */
    static final int SESSION_ENDED = 4401;

    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

    private final Caller caller;
    private final String sessionHash;
    private final SocketHub hub;
    private final LiveInbox inbox;
    private final MessageBucket bucket;
    private final UUID id = Uuid7.next();
    private final BooleanSupplier sessionOpen;

    private final AtomicInteger pending = new AtomicInteger();
    private volatile Session session;
    private volatile long heard = System.nanoTime();
    private boolean greeted;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param sessionHash of the session's token, see {@link TokenHash}
     * @param sessionOpen asked once, after the hub knows the socket: a session that ended during the handshake is
     *     noticed by one or the other
     */
    LiveSocket(Caller caller, String sessionHash, SocketHub hub, LiveInbox inbox, BooleanSupplier sessionOpen) {
        this.caller = caller;
        this.sessionHash = sessionHash;
        this.hub = hub;
        this.inbox = inbox;
        this.bucket = inbox.newBucket();
        this.sessionOpen = sessionOpen;
    }

    Caller caller() {
        return caller;
    }

    /** Names this socket for as long as it is open. */
    UUID id() {
        return id;
    }

    String sessionHash() {
        return sessionHash;
    }

    @Override
    public void onWebSocketConnect(Session opened) {
        session = opened;
        if (!hub.add(this)) {
            close(StatusCode.TRY_AGAIN_LATER, "too many sockets");
        } else if (!sessionOpen.getAsBoolean()) {
            hub.remove(this);
            close(SESSION_ENDED, "session ended");
        } else {
            greet();
        }
    }

    /** What is sent before is not needed: after the greeting the page asks for everything once. */
    private synchronized void greet() {
        enqueue(HintJson.HELLO);
        greeted = true;
    }

    /** Sends a text, without waiting for the network. */
    synchronized void send(String text) {
        if (greeted) {
            enqueue(text);
        }
    }

    /** Called with the lock, so that the order on the wire is the order of the calls. */
    private void enqueue(String text) {
        if (pending.get() >= hub.pendingLimit()) {
            LOG.debug("caller {} does not read its hints, the socket is dropped", caller.id());
            drop();
        } else if (session.isOpen()) {
            pending.incrementAndGet();
            session.getRemote().sendString(text, this);
        }
    }

    @Override
    public void writeSuccess() {
        pending.decrementAndGet();
    }

    @Override
    public void writeFailed(Throwable failure) {
        drop();
    }

    /**
     * Pings the tab, or drops it when nothing was heard of it for too long. Jetty's own idle time-out does not see a
     * vanished peer, because the pings count as activity.
     */
    void beat(long now, long silenceNanos) {
        if (now - heard > silenceNanos) {
            drop();
            return;
        }
        try {
            Session current = session;
            if (current != null && current.isOpen()) {
                current.getRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | RuntimeException e) {
            drop();
        }
    }

    void close(int code, String reason) {
        Session current = session;
        if (current != null) {
            current.close(code, reason);
        }
    }

    /** Cuts the connection without a farewell, for peers that read nothing. */
    private void drop() {
        gone();
        try {
            Session current = session;
            if (current != null) {
                current.disconnect();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a socket that was given up could not be closed", e);
        }
    }

    /** Out of the hub, and told to the handlers once. */
    private void gone() {
        hub.remove(this);
        if (told.compareAndSet(false, true)) {
            inbox.closed(this);
        }
    }

    @Override
    public void onWebSocketClose(int code, String reason) {
        gone();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        gone();
        LOG.debug("socket of caller {} failed", caller.id(), cause);
    }

    @Override
    public void onWebSocketText(String message) {
        heard = System.nanoTime();
        if (told.get()) {
            return;
        }
        if (bucket.take(message.length(), heard)) {
            inbox.received(this, message);
        } else {
            LOG.warn("caller {} floods the live channel, the socket is closed", caller.id());
            gone();
            close(StatusCode.POLICY_VIOLATION, "too many messages");
        }
    }

    @Override
    public void onWebSocketBinary(byte[] payload, int offset, int length) {
        heard = System.nanoTime();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        heard = System.nanoTime();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heard = System.nanoTime();
    }
}
