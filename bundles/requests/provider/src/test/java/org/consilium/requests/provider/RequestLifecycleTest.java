package org.consilium.requests.provider;

import static org.consilium.requests.api.RequestState.AWAITING_SIGNATURE;
import static org.consilium.requests.api.RequestState.CANCELLED;
import static org.consilium.requests.api.RequestState.DRAFT;
import static org.consilium.requests.api.RequestState.EXECUTED;
import static org.consilium.requests.api.RequestState.IN_WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.junit.jupiter.api.Test;

class RequestLifecycleTest {
    /** Every legal (state, step); what is not here has to be refused. */
    private static final Map<RequestState, Map<Step, RequestState>> LEGAL = Map.of(
            DRAFT, Map.of(Step.SUBMIT, IN_WORK),
            IN_WORK,
                    Map.of(
                            Step.ACCEPT, IN_WORK,
                            Step.RETURN, IN_WORK,
                            Step.RESUBMIT, IN_WORK,
                            Step.HAND_OVER, IN_WORK,
                            Step.MOVE, IN_WORK,
                            Step.IDENTIFY, IN_WORK,
                            Step.ANSWER, IN_WORK,
                            Step.AWAIT_SIGNATURE, AWAITING_SIGNATURE,
                            Step.EXECUTE, EXECUTED,
                            Step.CANCEL, CANCELLED),
            AWAITING_SIGNATURE, Map.of(Step.RESUME, IN_WORK, Step.EXECUTE, EXECUTED),
            EXECUTED, Map.of(Step.REOPEN, IN_WORK),
            CANCELLED, Map.of());

    @Test
    @Proves({"S172"})
    void everyStateAllowsItsStepsAndRefusesEveryOtherOneWithAReason() {
        for (RequestState from : RequestState.values()) {
            for (Step step : Step.values()) {
                RequestState next = LEGAL.get(from).get(step);
                assertEquals(next != null, RequestLifecycle.allows(from, step), from + " " + step);
                if (next != null) {
                    assertEquals(next, RequestLifecycle.after(from, step));
                } else {
                    String code = assertThrows(ConsiliumException.class, () -> RequestLifecycle.after(from, step))
                            .code();
                    assertEquals(reason(from, step), code, from + " " + step);
                }
            }
        }
    }

    @Test
    void nothingIsWrittenToARequestThatIsNotInWork() {
        assertEquals(Set.of(IN_WORK), states(RequestState::isWritable));
        assertEquals(Set.of(EXECUTED, CANCELLED), states(RequestState::isClosed));
        assertFalse(AWAITING_SIGNATURE.isClosed());
    }

    private static Set<RequestState> states(java.util.function.Predicate<RequestState> condition) {
        Set<RequestState> found = EnumSet.allOf(RequestState.class);
        found.removeIf(condition.negate());
        return found;
    }

    private static String reason(RequestState from, Step step) {
        return switch (from) {
            case DRAFT, IN_WORK -> "requests.illegal-step";
            case AWAITING_SIGNATURE -> "requests.awaiting-signature";
            case EXECUTED -> "requests.closed";
            case CANCELLED -> step == Step.REOPEN ? "requests.cancelled" : "requests.closed";
        };
    }
}
