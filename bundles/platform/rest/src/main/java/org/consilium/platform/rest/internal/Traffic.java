package org.consilium.platform.rest.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.consilium.platform.health.Durations;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;

/** Counts answers by domain and status, and how long they took. It holds names, nothing of a domain's bundle. */
final class Traffic implements MetricSource {
    private final ConcurrentMap<String, Durations> durations = new ConcurrentHashMap<>();
    private final ConcurrentMap<Answer, LongAdder> answers = new ConcurrentHashMap<>();

    private record Answer(String domain, String method, int status) {}

    /** @param domain one that is installed: a name that anybody may make up would be a series of its own */
    void answered(String domain, String method, int status, long nanos) {
        answers.computeIfAbsent(new Answer(domain, method, status), a -> new LongAdder())
                .increment();
        durations.computeIfAbsent(domain, d -> new Durations()).add(nanos);
    }

    @Override
    public void tell(Metrics metrics) {
        answers.forEach((answer, count) -> metrics.counter(
                "consilium_http_requests_total",
                "Answers of the REST interface.",
                count.sum(),
                "domain",
                answer.domain(),
                "method",
                answer.method(),
                "status",
                String.valueOf(answer.status())));
        durations.forEach((domain, times) -> metrics.durations(
                "consilium_http_request_duration_seconds", "Time to the answer.", times, "domain", domain));
    }
}
