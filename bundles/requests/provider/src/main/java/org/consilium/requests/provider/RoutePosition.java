package org.consilium.requests.provider;

import java.util.List;
import java.util.Objects;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteStage;

/**
 * Where a request stands on its route, and what its stage allows there beyond what its state does.
 *
 * @param next the stage after the present one, {@code null} at the last
 */
record RoutePosition(RequestEntity request, RouteStage stage, RouteStage next) {
    static RoutePosition of(RequestEntity request, RouteDescription route) {
        List<RouteStage> stages = route.stagesOrUsual();
        RouteStage stage = stage(request, route);
        int next = stages.indexOf(stage) + 1;
        return new RoutePosition(request, stage, next < stages.size() ? stages.get(next) : null);
    }

    static RouteStage stage(RequestHead request, RouteDescription route) {
        return route.stagesOrUsual().stream()
                .filter(stage -> stage.id().equals(request.stage))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("route " + route.id() + " has no stage " + request.stage));
    }

    /** Puts the request at a stage and gives it to whose turn it is there. */
    static void begin(RequestEntity request, RouteStage stage) {
        request.stage = stage.id();
        request.processorId = processor(request, stage);
    }

    /** Whether its filer has to mend it. */
    boolean returned() {
        return request.returnReason != null;
    }

    boolean allows(Step step) {
        if (!RequestLifecycle.allows(request.state, step)) {
            return false;
        }
        return switch (step) {
            case ACCEPT -> !returned() && next != null;
            case RETURN -> !returned() && stage.mayReturn();
            case RESUBMIT -> returned();
            case EXECUTE, AWAIT_SIGNATURE -> !returned() && next == null;
            case MOVE -> request.visitStart != null;
            case IDENTIFY -> request.person != null && request.consultantId != null;
            default -> true;
        };
    }

    /**
     * @throws ConsiliumException 409 with the reason: what the state refuses, else {@code requests.no-visit}, {@code requests.no-patient} or {@code
     *     requests.other-stage}
     */
    RoutePosition require(Step step) {
        RequestLifecycle.after(request.state, step);
        if (allows(step)) {
            return this;
        }
        throw switch (step) {
            case MOVE -> ConsiliumException.conflict("requests.no-visit", "the request has no visit");
            case IDENTIFY -> ConsiliumException.conflict("requests.no-patient", "no patient takes part");
            default ->
                ConsiliumException.conflict(
                        "requests.other-stage", "stage " + stage.id() + " does not allow " + step + " now");
        };
    }

    /** @throws ConsiliumException as {@link #require}, and 403 {@code requests.not-processor} when it is somebody else's turn */
    RoutePosition requireTurn(Caller caller, Step step) {
        RequestLifecycle.after(request.state, step);
        if (!request.isProcessor(caller)) {
            throw ConsiliumException.forbidden("requests.not-processor");
        }
        return require(step);
    }

    /** After it was mended or executed: to whom the stage belongs. */
    void resume() {
        request.returnReason = null;
        request.processorId = processor(request, stage);
    }

    private static String processor(RequestEntity request, RouteStage stage) {
        String processor =
                stage.processor() == RouteStage.Processor.COORDINATOR ? request.coordinatorId : request.consultantId;
        return Objects.requireNonNull(processor, () -> "nobody processes the stage " + stage.id());
    }
}
