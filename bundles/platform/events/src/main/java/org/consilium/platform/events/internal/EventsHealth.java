package org.consilium.platform.events.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Events that nobody handles: parked ones, and those whose consumer has been away for long. */
@Component(service = {HealthCheck.class, MetricSource.class})
public class EventsHealth implements HealthCheck, MetricSource {
    private static final Duration LONG = Duration.ofMinutes(15);

    private final EventRepository repository;

    @Activate
    public EventsHealth(@Reference EventRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Health check() {
        Instant now = Instant.now();
        return repository.backlogs().stream()
                .flatMap(backlog -> problem(backlog, now))
                .reduce(Health::and)
                .orElseGet(() -> Health.ok("nothing is parked, nothing waits for long"));
    }

    private static Stream<Health> problem(Backlog backlog, Instant now) {
        if (backlog.parked()) {
            return Stream.of(Health.of(
                    Status.WARN,
                    backlog.count() + " parked for " + backlog.consumer()
                            + ": consilium:event-list, consilium:event-retry"));
        }
        return backlog.oldest().isBefore(now.minus(LONG))
                ? Stream.of(Health.of(
                        Status.WARN,
                        backlog.count() + " wait for " + backlog.consumer() + ", the oldest since " + backlog.oldest()))
                : Stream.empty();
    }

    @Override
    public void tell(Metrics metrics) {
        List<Backlog> backlogs = repository.backlogs();
        for (boolean parked : new boolean[] {false, true}) {
            String name = parked ? "consilium_events_parked" : "consilium_events_waiting";
            String help = parked ? "Deliveries that failed for good." : "Deliveries that are not handled yet.";
            long all = 0;
            for (Backlog backlog : backlogs) {
                if (backlog.parked() == parked) {
                    metrics.gauge(name, help, backlog.count(), "consumer", backlog.consumer());
                    all += backlog.count();
                }
            }
            metrics.gauge(name + "_all", help, all);
        }
    }
}
