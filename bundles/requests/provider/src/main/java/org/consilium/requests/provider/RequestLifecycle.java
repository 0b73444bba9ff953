package org.consilium.requests.provider;

import java.util.EnumMap;
import java.util.Map;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestState;

/** The states of a request and every way from one to another; what is not here is refused. */
final class RequestLifecycle {
    /** What can be done to a request. */
    enum Step {
        /** The wizard's end. */
        SUBMIT,
        /** The processor of the present stage passes it on to the next one. */
        ACCEPT,
        /** The processor of the present stage gives it back to its filer, who has to mend it. */
        RETURN,
        /** The filer mended it: it goes to the stage from which it came back. */
        RESUBMIT,
        /** Another consultant. */
        HAND_OVER,
        /** Another time of the visit. */
        MOVE,
        /** The consultant made sure who the patient is. */
        IDENTIFY,
        /** The patient answered the questionnaire. */
        ANSWER,
        /** The conclusion is written, its signature is missing. */
        AWAIT_SIGNATURE,
        /** The signature did not come about. */
        RESUME,
        EXECUTE,
        CANCEL,
        /** An executed request goes on. */
        REOPEN
    }

    private static final Map<RequestState, Map<Step, RequestState>> TRANSITIONS = new EnumMap<>(Map.of(
            RequestState.DRAFT, Map.of(Step.SUBMIT, RequestState.IN_WORK),
            RequestState.IN_WORK,
                    Map.of(
                            Step.ACCEPT, RequestState.IN_WORK,
                            Step.RETURN, RequestState.IN_WORK,
                            Step.RESUBMIT, RequestState.IN_WORK,
                            Step.HAND_OVER, RequestState.IN_WORK,
                            Step.MOVE, RequestState.IN_WORK,
                            Step.IDENTIFY, RequestState.IN_WORK,
                            Step.ANSWER, RequestState.IN_WORK,
                            Step.AWAIT_SIGNATURE, RequestState.AWAITING_SIGNATURE,
                            Step.EXECUTE, RequestState.EXECUTED,
                            Step.CANCEL, RequestState.CANCELLED),
            RequestState.AWAITING_SIGNATURE,
                    Map.of(Step.RESUME, RequestState.IN_WORK, Step.EXECUTE, RequestState.EXECUTED),
            RequestState.EXECUTED, Map.of(Step.REOPEN, RequestState.IN_WORK),
            RequestState.CANCELLED, Map.of()));

    private RequestLifecycle() {}

    static boolean allows(RequestState from, Step step) {
        return TRANSITIONS.get(from).containsKey(step);
    }

    /**
     * @throws ConsiliumException 409: {@code requests.closed}, {@code requests.awaiting-signature}, {@code requests.cancelled} for what a cancelled
     *     request cannot come back from, else {@code requests.illegal-step}
     */
    static RequestState after(RequestState from, Step step) {
        RequestState next = TRANSITIONS.get(from).get(step);
        if (next == null) {
            throw refusal(from, step);
        }
        return next;
    }

    private static ConsiliumException refusal(RequestState from, Step step) {
        if (from == RequestState.CANCELLED && step == Step.REOPEN) {
            return ConsiliumException.conflict("requests.cancelled", "a cancelled request has no visit to go on with");
        }
        if (from.isClosed()) {
            return closed();
        }
        if (from == RequestState.AWAITING_SIGNATURE) {
            return ConsiliumException.conflict("requests.awaiting-signature", "the request awaits its signature");
        }
        return ConsiliumException.conflict(
                "requests.illegal-step", "a request in state " + from + " does not allow " + step);
    }

    static ConsiliumException closed() {
        return ConsiliumException.conflict("requests.closed", "the request is closed");
    }
}
