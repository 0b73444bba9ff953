package org.consilium.requests.provider;

import org.consilium.requests.api.RequestState;

/**
 * A step that is being made.
 *
 * @param before the request's state until now
 * @param stage the request's stage until now, {@code null} before its submission
 * @param text what was written to explain it, {@code null} for nothing
 */
record Transition(RequestLifecycle.Step step, RequestState before, String stage, String text) {
    /** Puts the request into its next state. @throws org.consilium.kernel.ConsiliumException 409 when the step is not possible now */
    static Transition of(RequestEntity request, RequestLifecycle.Step step, String text) {
        Transition made = new Transition(step, request.state, request.stage, text);
        request.state = RequestLifecycle.after(request.state, step);
        return made;
    }
}
