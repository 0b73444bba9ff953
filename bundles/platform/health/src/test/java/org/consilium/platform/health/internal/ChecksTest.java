package org.consilium.platform.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final Checks checks = new Checks();

    @AfterEach
    void stop() {
        checks.stop();
    }

    @Test
    void resultsComeByNameAndAreKeptForAMoment() {
        AtomicInteger asked = new AtomicInteger();
        checks.checks = List.of(
                check("b", () -> Health.ok("well " + asked.incrementAndGet())), check("a", () -> Health.ok("")));
        assertEquals(
                List.of("a", "b"),
                checks.results().stream().map(CheckResult::name).toList());
        checks.results();
        assertEquals(1, asked.get());
    }

    @Test
    void anExceptionIsShownByItsClassAlone() {
        checks.checks = List.of(check("broken", () -> {
            throw new IllegalStateException("Ivanov, 112-233-445 95");
        }));
        Health health = checks.results().get(0).health();
        assertEquals(Status.HEALTH_CHECK_ERROR, health.status());
        assertEquals(List.of("java.lang.IllegalStateException"), health.messages());
    }

    @Test
    void whatHangsIsGivenUpAndKeepsNothingFromTheOthers() {
        CountDownLatch never = new CountDownLatch(1);
        checks.checks = List.of(
                check("hangs", () -> {
                    never.await();
                    return Health.ok("");
                }),
                check("well", () -> Health.ok("fine")));
        List<CheckResult> results = checks.results();
        assertEquals(Status.CRITICAL, results.get(0).health().status());
        assertEquals(Status.OK, results.get(1).health().status());
    }

    @Test
    void theWorseOfTwoCountsAndAllIsSaid() {
        Health both = Health.ok("chat: answers").and(Health.of(Status.WARN, "3 parked"));
        assertEquals(Status.WARN, both.status());
        assertEquals(List.of("chat: answers", "3 parked"), both.messages());
        assertTrue(both.status().isUsable());
        assertFalse(Status.TEMPORARILY_UNAVAILABLE.isUsable());
    }

    private interface Question {
        Health ask() throws Exception;
    }

    private static HealthCheck check(String name, Question question) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() throws Exception {
                return question.ask();
            }
        };
    }
}
