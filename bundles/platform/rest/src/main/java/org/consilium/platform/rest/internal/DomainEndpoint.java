package org.consilium.platform.rest.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.cxf.endpoint.Server;
import org.consilium.platform.rest.RestResource;

/**
 * The endpoint of one domain: its resources, whether it takes requests, and how many are under way. Requests pass {@link #enter()} and
 * {@link #leave()}; an endpoint is marked down first, then drained, then destroyed, so that no request meets half of it.
 */
final class DomainEndpoint {
    private final String domain;
    private final Set<RestResource> resources = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean up;
    private volatile CompletableFuture<Void> arrival = new CompletableFuture<>();
    private Server server;

    DomainEndpoint(String domain) {
        this.domain = domain;
    }

    String domain() {
        return domain;
    }

    void add(RestResource resource) {
        resources.add(resource);
    }

    void remove(RestResource resource) {
        resources.remove(resource);
    }

    List<RestResource> resources() {
        return List.copyOf(resources);
    }

    /** Counts a request in, unless the endpoint is down. */
    boolean enter() {
        inFlight.incrementAndGet();
        if (up) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    boolean isUp() {
        return up;
    }

    /** Takes no more requests and waits until those under way are done, at most so long. */
    void down(long millis) {
        up = false;
        if (arrival.isDone()) {
            arrival = new CompletableFuture<>();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (inFlight.get() > 0 && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void up(Server newServer) {
        server = newServer;
        up = true;
        arrival.complete(null);
    }

    void destroy() {
        if (server != null) {
            server.destroy();
            server = null;
        }
    }

    /** Waits for the endpoint to come up, at most so long. */
    void await(long millis) {
        try {
            arrival.get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // still away: the gate answers so
            return;
        }
    }
}
