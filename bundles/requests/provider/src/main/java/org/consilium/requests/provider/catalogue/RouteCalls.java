package org.consilium.requests.provider.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consilium.kernel.ConsiliumException;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.RouteAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RoutePlan;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the code of Java routes, each call on a thread of its own and with a time limit. A route that hangs or throws costs its own request:
 * that is refused with 409 {@code requests.route-failed}, the draft stays. A route whose calls do not come back gets no further threads.
 */
@Component(service = RouteCalls.class)
public class RouteCalls {
    static final Duration LIMIT = Duration.ofSeconds(3);
    static final int AT_ONCE = 8;

    private static final Logger LOG = LoggerFactory.getLogger(RouteCalls.class);

    /** A service with the description it gave when it arrived, and how many may call it at once. */
    private record Code(ConsultationRoute route, RouteDescription description, Semaphore free) {}

    private final Map<Object, Code> codes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "consilium-route");
        thread.setDaemon(true);
        return thread;
    });

    void arrived(Object source, ConsultationRoute route, RouteDescription description) {
        codes.put(source, new Code(route, description, new Semaphore(AT_ONCE)));
    }

    void left(Object source) {
        codes.remove(source);
    }

    /** The code that came with exactly this description. */
    public Optional<ConsultationRoute> code(RouteDescription description) {
        return codes.values().stream()
                .filter(code -> code.description().equals(description))
                .map(Code::route)
                .findFirst();
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    /** Asks the code that came with exactly this description; without it nothing is wrong. */
    public List<AnswerProblem> check(RouteDescription description, RouteAnswers answers) {
        return codes.values().stream()
                .filter(code -> code.description().equals(description))
                .findFirst()
                .map(code -> call(code, () -> List.copyOf(code.route().check(answers))))
                .orElse(List.of());
    }

    /** Asks the code that came with exactly this description; without it all is as the description says. */
    public RoutePlan plan(RouteDescription description, RouteAnswers answers) {
        return codes.values().stream()
                .filter(code -> code.description().equals(description))
                .findFirst()
                .map(code -> call(code, () -> sound(description, code.route().plan(answers))))
                .orElse(RoutePlan.AS_DESCRIBED);
    }

    private <T> T call(Code code, Callable<T> work) {
        String id = code.description().id();
        if (!code.free().tryAcquire()) {
            throw failed(id, "too many of its calls do not come back");
        }
        Future<T> running = threads.submit(() -> {
            try {
                return work.call();
            } finally {
                code.free().release();
            }
        });
        try {
            return running.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw failed(id, "no answer within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            // Its message may hold answers of a person: only where it went wrong is told.
            StackTraceElement[] trace = e.getCause().getStackTrace();
            throw failed(id, e.getCause().getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(id, "interrupted");
        }
    }

    static RoutePlan sound(RouteDescription route, RoutePlan plan) {
        Objects.requireNonNull(plan, "plan() returned nothing");
        boolean known =
                (plan.urgency() == null || route.terms().stream().anyMatch(term -> term.urgency() == plan.urgency()))
                        && (plan.termMinutes() == null || plan.termMinutes() >= 1)
                        && (plan.stage() == null
                                || route.stagesOrUsual().stream()
                                        .anyMatch(stage -> stage.id().equals(plan.stage())));
        if (!known) {
            throw new IllegalStateException("plan() names an urgency, term or stage that is not described");
        }
        return plan;
    }

    private static ConsiliumException failed(String route, String cause) {
        LOG.error("route {} failed: {}", route, cause);
        return ConsiliumException.conflict("requests.route-failed", "the route's code failed");
    }
}
