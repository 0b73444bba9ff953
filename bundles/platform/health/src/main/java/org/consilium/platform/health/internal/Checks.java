package org.consilium.platform.health.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Runs all checks that are present, side by side. Results are kept for a moment, so that nobody keeps the database busy by asking. */
@Component(service = Checks.class)
public class Checks {
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Askers askers = new Askers();
    private List<CheckResult> last;
    private long lastAt;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<HealthCheck> checks = List.of();

    @Activate
    public Checks() {
        // for the framework and tests
    }

    @Deactivate
    void stop() {
        askers.close();
    }

    /** What all checks say, by name. */
    synchronized List<CheckResult> results() {
        if (last == null || System.nanoTime() - lastAt > KEPT_NANOS) {
            last = run();
            lastAt = System.nanoTime();
        }
        return last;
    }

    private List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        Map<HealthCheck, Future<CheckResult>> begun = new LinkedHashMap<>();
        for (HealthCheck check : checks) {
            try {
                begun.put(check, askers.begin(check.name(), () -> ask(check)));
            } catch (TimeoutException e) {
                results.add(noAnswer(check));
            }
        }
        begun.forEach((check, future) -> {
            try {
                results.add(Askers.await(future));
            } catch (TimeoutException e) {
                results.add(noAnswer(check));
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        });
        results.sort(Comparator.comparing(CheckResult::name));
        return results;
    }

    private static CheckResult ask(HealthCheck check) {
        long started = System.nanoTime();
        Health health;
        try {
            health = check.check();
        } catch (Exception | LinkageError e) {
            health = Health.of(Status.HEALTH_CHECK_ERROR, e.getClass().getName());
        }
        return new CheckResult(
                check.name(),
                check.isVital(),
                health,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                Instant.now());
    }

    private static CheckResult noAnswer(HealthCheck check) {
        return new CheckResult(
                check.name(),
                check.isVital(),
                Health.of(Status.CRITICAL, "no answer within 3 s"),
                TimeUnit.SECONDS.toMillis(3),
                Instant.now());
    }
}
