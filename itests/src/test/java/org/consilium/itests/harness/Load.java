package org.consilium.itests.harness;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Requests at a steady pace, counted by path and status. */
public final class Load implements AutoCloseable {
    private final Distribution distribution;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Map<String, Map<Integer, AtomicInteger>> counts = new ConcurrentHashMap<>();
    private final AtomicInteger awayWithoutRetryAfter = new AtomicInteger();

    public Load(Distribution distribution) {
        this.distribution = distribution;
    }

    /** Asks for a path as a doctor, with a pause after each answer. */
    public void every(int millis, String path) {
        Api api = Api.as(distribution, Demo.DOCTOR);
        run(millis, path, () -> api.get(path));
    }

    /** Looks somebody up in the registry. */
    public void registry(int millis) {
        Api api = Api.as(distribution, Demo.STRANGER);
        String person = Demo.ANNA.policy();
        run(
                millis * 20,
                "/api/registry/search",
                () -> api.post("/api/registry/search", Map.of("kind", "POLICY", "value", person)));
    }

    private void run(int millis, String path, Supplier<Api.Answer> request) {
        threads.execute(() -> {
            while (running.get()) {
                int status;
                try {
                    Api.Answer answer = request.get();
                    status = answer.status();
                    if (status == 503
                            && answer.raw().headers().firstValue("Retry-After").isEmpty()) {
                        awayWithoutRetryAfter.incrementAndGet();
                    }
                } catch (UncheckedIOException e) {
                    status = -1;
                }
                counts.computeIfAbsent(path, p -> new ConcurrentHashMap<>())
                        .computeIfAbsent(status, s -> new AtomicInteger())
                        .incrementAndGet();
                try {
                    TimeUnit.MILLISECONDS.sleep(millis);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Waits until so many requests were answered. */
    public void until(int requests) {
        Distribution.await(requests + " requests", Duration.ofSeconds(120), () -> sent() >= requests);
    }

    public int sent() {
        return counts.values().stream()
                .flatMap(c -> c.values().stream())
                .mapToInt(AtomicInteger::get)
                .sum();
    }

    /** 503 answers that did not say when to come again. */
    public int awayWithoutRetryAfter() {
        return awayWithoutRetryAfter.get();
    }

    public Set<Integer> statusesOf(String prefix) {
        Set<Integer> statuses = new TreeSet<>();
        counts.forEach((path, byStatus) -> {
            if (path.startsWith(prefix)) {
                statuses.addAll(byStatus.keySet());
            }
        });
        return statuses;
    }

    /** Every answer but 200 to a path that does not begin like that. */
    public Set<String> failuresOutside(String prefix) {
        Set<String> failures = new TreeSet<>();
        counts.forEach((path, byStatus) -> byStatus.forEach((status, count) -> {
            if (!path.startsWith(prefix) && status != 200) {
                failures.add(path + " " + status + " x" + count);
            }
        }));
        return failures;
    }

    public void stop() throws InterruptedException {
        running.set(false);
        threads.shutdown();
        threads.awaitTermination(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        running.set(false);
        threads.shutdownNow();
    }
}
