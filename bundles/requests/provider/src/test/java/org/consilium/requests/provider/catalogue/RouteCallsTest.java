package org.consilium.requests.provider.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.consilium.kernel.ConsiliumException;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RouteAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RoutePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RouteCallsTest {
    private static final RouteDescription ROUTE = TestRoutes.PATIENT;
    private static final RouteAnswers ANSWERS = new RouteAnswers("97", null, Map.of(), 40, "MALE");
    private static final AnswerProblem PROBLEM =
            new AnswerProblem("complaints", "pain", new LocalText("Укажите, где болит", "Say where it hurts"));

    private final RouteCalls calls = new RouteCalls();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void theCodeOfExactlyThisDescriptionIsAsked() {
        assertEquals(List.of(), calls.check(ROUTE, ANSWERS));
        assertEquals(RoutePlan.AS_DESCRIBED, calls.plan(ROUTE, ANSWERS));
        calls.arrived("s", route(() -> List.of(PROBLEM), () -> new RoutePlan(null, 30, null)), ROUTE);
        assertEquals(List.of(PROBLEM), calls.check(ROUTE, ANSWERS));
        assertEquals(30, calls.plan(ROUTE, ANSWERS).termMinutes());
        assertEquals(List.of(), calls.check(TestRoutes.REGIONAL, ANSWERS));
        calls.left("s");
        assertEquals(List.of(), calls.check(ROUTE, ANSWERS));
    }

    @Test
    void whatThrowsOrAnswersNonsenseCostsItsOwnRequest() {
        calls.arrived(
                "s",
                route(
                        () -> {
                            throw new IllegalStateException("Иванова");
                        },
                        () -> new RoutePlan(null, null, "nowhere")),
                ROUTE);
        assertFails(() -> calls.check(ROUTE, ANSWERS));
        assertFails(() -> calls.plan(ROUTE, ANSWERS));
        calls.arrived("s", route(() -> null, () -> null), ROUTE);
        assertFails(() -> calls.check(ROUTE, ANSWERS));
        assertFails(() -> calls.plan(ROUTE, ANSWERS));
    }

    @Test
    void whatHangsIsLeftAloneAfterItsTime() {
        calls.arrived("s", route(this::hang, () -> RoutePlan.AS_DESCRIBED), ROUTE);
        assertFails(() -> calls.check(ROUTE, ANSWERS));
        assertEquals(RoutePlan.AS_DESCRIBED, calls.plan(ROUTE, ANSWERS));
    }

    private List<AnswerProblem> hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private static void assertFails(Executable call) {
        assertEquals(
                "requests.route-failed",
                assertThrows(ConsiliumException.class, call).code());
    }

    private interface Check {
        List<AnswerProblem> check();
    }

    private interface Plan {
        RoutePlan plan();
    }

    private static ConsultationRoute route(Check check, Plan plan) {
        return new ConsultationRoute() {
            @Override
            public RouteDescription describe() {
                return ROUTE;
            }

            @Override
            public List<AnswerProblem> check(RouteAnswers answers) {
                return check.check();
            }

            @Override
            public RoutePlan plan(RouteAnswers answers) {
                return plan.plan();
            }
        };
    }
}
