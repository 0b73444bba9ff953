package org.consilium.platform.live.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open sockets of this node, by caller and, on the patient's side, by request. Thread-safe. */
@Component(service = SocketHub.class, configurationPid = LiveConfig.PID)
public class SocketHub {
    private static final Logger LOG = LoggerFactory.getLogger(SocketHub.class);

    private final Map<UUID, Set<LiveSocket>> byCaller = new ConcurrentHashMap<>();
    private final Map<UUID, Set<LiveSocket>> patientsByRequest = new ConcurrentHashMap<>();
    private final Map<UUID, LiveSocket> byId = new ConcurrentHashMap<>();
    private final int socketsPerCaller;
    private final int pendingLimit;
    private final long silenceNanos;
    private final ScheduledExecutorService heartbeat =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "live-heartbeat"));

    @Activate
    public SocketHub(LiveConfig config) {
        socketsPerCaller = config.socketsPerCaller();
        pendingLimit = config.pendingHints();
        silenceNanos = TimeUnit.SECONDS.toNanos(config.idleSeconds());
        heartbeat.scheduleWithFixedDelay(this::beat, config.pingSeconds(), config.pingSeconds(), TimeUnit.SECONDS);
    }

    /** Says farewell to all tabs; they connect again by themselves. */
    @Deactivate
    public void close() {
        heartbeat.shutdownNow();
        closeAll(socket -> true, StatusCode.SHUTDOWN, "restarting");
    }

    int pendingLimit() {
        return pendingLimit;
    }

    /** Takes a socket in, unless its caller has too many. */
    boolean add(LiveSocket socket) {
        Set<LiveSocket> own = byCaller.compute(socket.caller().id(), (id, sockets) -> {
            Set<LiveSocket> all = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
            if (all.size() < socketsPerCaller) {
                all.add(socket);
            }
            return all;
        });
        if (!own.contains(socket)) {
            return false;
        }
        byId.put(socket.id(), socket);
        if (socket.caller().isPatient()) {
            patientsByRequest.compute(socket.caller().requestId(), (id, sockets) -> {
                Set<LiveSocket> all = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
                all.add(socket);
                return all;
            });
        }
        return true;
    }

    void remove(LiveSocket socket) {
        byId.remove(socket.id(), socket);
        remove(byCaller, socket.caller().id(), socket);
        if (socket.caller().isPatient()) {
            remove(patientsByRequest, socket.caller().requestId(), socket);
        }
    }

    private static void remove(Map<UUID, Set<LiveSocket>> index, UUID id, LiveSocket socket) {
        index.computeIfPresent(id, (same, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    /** Sends a text to every tab of the callers. */
    void toCallers(Collection<UUID> callers, String text) {
        for (UUID caller : new HashSet<>(callers)) {
            byCaller.getOrDefault(caller, Set.of()).forEach(socket -> send(socket, text));
        }
    }

    /** Sends a text to every tab of the patient's side of a request. */
    void toPatients(UUID requestId, String text) {
        patientsByRequest.getOrDefault(requestId, Set.of()).forEach(socket -> send(socket, text));
    }

    /** Sends a text to one tab. */
    void toSocket(UUID socketId, String text) {
        LiveSocket socket = byId.get(socketId);
        if (socket != null) {
            send(socket, text);
        }
    }

    /** One broken socket keeps nothing from the others. */
    private static void send(LiveSocket socket, String text) {
        try {
            socket.send(text);
        } catch (RuntimeException e) {
            LOG.debug("a hint could not be sent to caller {}", socket.caller().id(), e);
        }
    }

    /** @param sessionHash of the one session that ended, {@code null} for all of the caller's */
    void closeSessions(UUID callerId, String sessionHash) {
        closeAll(
                socket -> socket.caller().id().equals(callerId)
                        && (sessionHash == null || sessionHash.equalsIgnoreCase(socket.sessionHash())),
                LiveSocket.SESSION_ENDED,
                "session ended");
    }

    private void closeAll(Predicate<LiveSocket> which, int code, String reason) {
        byCaller.values()
                .forEach(sockets -> sockets.stream().filter(which).toList().forEach(socket -> {
                    remove(socket);
                    socket.close(code, reason);
                }));
    }

    int size() {
        return byCaller.values().stream().mapToInt(Set::size).sum();
    }

    int patients() {
        return patientsByRequest.values().stream().mapToInt(Set::size).sum();
    }

    private void beat() {
        long now = System.nanoTime();
        byCaller.values()
                .forEach(sockets -> sockets.forEach(socket -> {
                    try {
                        socket.beat(now, silenceNanos);
                    } catch (RuntimeException e) {
                        LOG.debug(
                                "caller {} could not be pinged", socket.caller().id(), e);
                    }
                }));
    }
}
