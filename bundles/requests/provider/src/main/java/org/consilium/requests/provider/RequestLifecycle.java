package org.consilium.requests.provider;

import java.util.EnumMap;
import java.util.Map;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestState;

/** The states of a request and every way from one to another; what is not here is refused. */
final class RequestLifecycle {
    /** What can be done to a request. */
    enum Step {
        SUBMIT,
        EXECUTE,
        CANCEL
    }

    private static final Map<RequestState, Map<Step, RequestState>> TRANSITIONS = new EnumMap<>(Map.of(
            RequestState.DRAFT, Map.of(Step.SUBMIT, RequestState.IN_WORK),
            RequestState.IN_WORK, Map.of(Step.EXECUTE, RequestState.EXECUTED, Step.CANCEL, RequestState.CANCELLED),
            RequestState.EXECUTED, Map.of(),
            RequestState.CANCELLED, Map.of()));

    private RequestLifecycle() {}

    static boolean allows(RequestState from, Step step) {
        return TRANSITIONS.get(from).containsKey(step);
    }

    /** @throws ConsiliumException 409 {@code requests.closed} or {@code requests.illegal-step} */
    static RequestState after(RequestState from, Step step) {
        RequestState next = TRANSITIONS.get(from).get(step);
        if (next != null) {
            return next;
        }
        throw from.isClosed()
                ? closed()
                : ConsiliumException.conflict(
                        "requests.illegal-step", "a request in state " + from + " does not allow " + step);
    }

    static ConsiliumException closed() {
        return ConsiliumException.conflict("requests.closed", "the request is closed");
    }
}
