package org.consilium.requests.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.consilium.routes.api.Reason;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ends of a request and the ways back from them. Each is one transaction on the locked row. */
@Component(service = Closings.class)
public class Closings {
    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final RequestJournal journal;
    private final RequestViews views;
    private final Neighbours neighbours;
    private final RequestSettings settings;

    @Activate
    public Closings(
            @Reference RequestRepository requests,
            @Reference DescribedRoutes routes,
            @Reference RequestJournal journal,
            @Reference RequestViews views,
            @Reference Neighbours neighbours,
            @Reference RequestSettings settings) {
        this.requests = requests;
        this.routes = routes;
        this.journal = journal;
        this.views = views;
        this.neighbours = neighbours;
        this.settings = settings;
    }

    /** @throws ConsiliumException 403 {@code requests.not-consultant}, 409 {@code requests.closed}, 422 {@code requests.incomplete} */
    Request completeWithoutConclusion(Caller caller, UUID id, Completion completion) {
        return requests.inTransaction(() -> {
            RequestEntity request = toFinish(caller, id);
            Checked.sent(completion, "reason");
            Checked.version(request, completion.version());
            Reason reason = reason(request, completion.reason());
            request.outcomeText = Checked.text(completion.text(), reason.textRequired());
            execute(caller, request, Outcome.WITHOUT_CONCLUSION, reason.code());
            return views.request(caller, request);
        });
    }

    /** By the filer or the consultant; frees the time of the visit. */
    Request cancel(Caller caller, UUID id, Cancellation cancellation) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.participant(requests.lock(id), caller);
            RequestLifecycle.after(request.state, Step.CANCEL);
            Checked.sent(cancellation, "text");
            Checked.version(request, cancellation.version());
            String text = Checked.text(cancellation.text(), true);
            if (request.visitStart != null) {
                neighbours.visits().release(caller, id);
            }
            request.outcomeText = text;
            Transition made = Transition.of(request, Step.CANCEL, text);
            close(request);
            journal.cancelled(caller, request, made);
            return views.request(caller, request);
        });
    }

    /**
     * By a participant with the right to reopen. The outcome is gone from the request, its trace stays in the history.
     *
     * @throws ConsiliumException 403 {@code requests.not-reopener}, 409 {@code requests.cancelled} or {@code requests.illegal-step}
     */
    Request reopen(Caller caller, UUID id, Reopening reopening) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.participant(requests.lock(id), caller);
            if (!caller.has(Caller.REOPENER)) {
                throw ConsiliumException.forbidden("requests.not-reopener");
            }
            RequestLifecycle.after(request.state, Step.REOPEN);
            Checked.sent(reopening, "text");
            Checked.version(request, reopening.version());
            Transition made = Transition.of(request, Step.REOPEN, Checked.text(reopening.text(), true));
            request.outcome = null;
            request.reasonCode = null;
            request.outcomeText = null;
            request.closed = false;
            request.closedAt = null;
            RoutePosition.of(request, routes.get(request.routeKey)).resume();
            requests.flush();
            journal.reopened(caller, "requests.reopened", request, made);
            return views.request(caller, request);
        });
    }

    /**
     * @throws ConsiliumException 404 {@code requests.not-found}, 403 {@code requests.not-consultant}, 409 {@code requests.closed} or {@code
     *     requests.other-stage}
     */
    RequestEntity toFinish(Caller caller, UUID id) {
        RequestEntity request = RequestAccess.consultant(requests.lock(id), caller);
        RoutePosition.of(request, routes.get(request.routeKey)).require(Step.EXECUTE);
        return request;
    }

    void awaitSignature(Caller caller, UUID id) {
        RequestEntity request = toFinish(caller, id);
        if (request.state != RequestState.AWAITING_SIGNATURE) {
            Transition made = Transition.of(request, Step.AWAIT_SIGNATURE, null);
            requests.flush();
            journal.awaitsSignature(caller, request, made);
        }
    }

    void resume(Caller caller, UUID id) {
        RequestEntity request = toFinish(caller, id);
        if (request.state != RequestState.IN_WORK) {
            Transition made = Transition.of(request, Step.RESUME, null);
            requests.flush();
            journal.reopened(caller, "requests.resumed", request, made);
        }
    }

    void execute(Caller caller, RequestEntity request, Outcome outcome, String reasonOrNull) {
        Transition made = Transition.of(request, Step.EXECUTE, request.outcomeText);
        request.outcome = outcome;
        request.reasonCode = reasonOrNull;
        close(request);
        journal.executed(caller, request, made);
    }

    private void close(RequestEntity request) {
        request.returnReason = null;
        request.closed = request.state.isClosed();
        request.processorId = null;
        request.closedAt = settings.now();
        requests.flush();
    }

    /** @throws ConsiliumException 422 {@code requests.incomplete} when the route has no such reason */
    Reason reason(RequestEntity request, String code) {
        if (Typed.clean(code) == null) {
            throw Checked.incomplete("reason", Problems.REQUIRED);
        }
        return routes.get(request.routeKey).reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Checked.incomplete("reason", Problems.UNKNOWN));
    }
}
