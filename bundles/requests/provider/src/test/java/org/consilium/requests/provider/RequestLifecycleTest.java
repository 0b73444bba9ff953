package org.consilium.requests.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.junit.jupiter.api.Test;

class RequestLifecycleTest {
    private static final Map<RequestState, Map<Step, RequestState>> LEGAL = Map.of(
            RequestState.DRAFT, Map.of(Step.SUBMIT, RequestState.IN_WORK),
            RequestState.IN_WORK, Map.of(Step.EXECUTE, RequestState.EXECUTED, Step.CANCEL, RequestState.CANCELLED));

    @Test
    @Proves({"S172"})
    void everyOtherStepIsRefused() {
        for (RequestState from : RequestState.values()) {
            for (Step step : Step.values()) {
                RequestState next = LEGAL.getOrDefault(from, Map.of()).get(step);
                assertEquals(next != null, RequestLifecycle.allows(from, step));
                if (next != null) {
                    assertEquals(next, RequestLifecycle.after(from, step));
                } else {
                    String code = assertThrows(ConsiliumException.class, () -> RequestLifecycle.after(from, step))
                            .code();
                    assertEquals(from.isClosed() ? "requests.closed" : "requests.illegal-step", code);
                }
            }
        }
        assertFalse(RequestState.IN_WORK.isClosed());
    }
}
