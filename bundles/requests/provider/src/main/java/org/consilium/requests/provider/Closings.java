package org.consilium.requests.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.api.Outcome;
import org.consilium.routes.api.Reason;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ends of a request: executed without a conclusion, or cancelled. Each is one transaction on the locked row. */
@Component(service = Closings.class)
public class Closings {
    private static final int LONGEST_TEXT = 1000;

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
            RequestEntity request = lock(caller, id);
            if (!request.isConsultant(caller)) {
                throw ConsiliumException.forbidden("requests.not-consultant");
            }
            var executed = RequestLifecycle.after(request.state, RequestLifecycle.Step.EXECUTE);
            if (completion == null) {
                throw incomplete("reason", Problems.REQUIRED);
            }
            checkVersion(request, completion.version());
            Reason reason = reason(request, completion.reason());
            request.outcomeText = text(completion.text(), reason.textRequired());
            request.outcome = Outcome.WITHOUT_CONCLUSION;
            request.reasonCode = reason.code();
            request.state = executed;
            close(request);
            journal.executed(caller, request);
            return views.request(caller, request);
        });
    }

    /** By the filer or the consultant; frees the time of the visit. */
    Request cancel(Caller caller, UUID id, Cancellation cancellation) {
        return requests.inTransaction(() -> {
            RequestEntity request = lock(caller, id);
            var cancelled = RequestLifecycle.after(request.state, RequestLifecycle.Step.CANCEL);
            if (cancellation == null) {
                throw incomplete("text", Problems.REQUIRED);
            }
            checkVersion(request, cancellation.version());
            String text = text(cancellation.text(), true);
            VisitService visits = neighbours.visits();
            visits.release(caller, id);
            request.outcomeText = text;
            request.state = cancelled;
            close(request);
            journal.cancelled(caller, request);
            return views.request(caller, request);
        });
    }

    /** @throws ConsiliumException 404 for everybody who does not take part */
    private RequestEntity lock(Caller caller, UUID id) {
        return requests.lock(id)
                .filter(request -> request.isFiler(caller) || request.isConsultant(caller))
                .orElseThrow(RequestAccess::notFound);
    }

    private void close(RequestEntity request) {
        request.closed = request.state.isClosed();
        request.processorId = null;
        request.closedAt = settings.now();
        requests.flush();
    }

    private Reason reason(RequestEntity request, String code) {
        if (Typed.clean(code) == null) {
            throw incomplete("reason", Problems.REQUIRED);
        }
        return routes.get(request.routeKey).reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> incomplete("reason", Problems.UNKNOWN));
    }

    private static String text(String typed, boolean required) {
        String text = Typed.cleanLines(typed);
        Problems problems = new Problems();
        problems.text("text", text, required, LONGEST_TEXT);
        if (!problems.list().isEmpty()) {
            throw ConsiliumException.invalid("requests.incomplete", problems.list());
        }
        return text;
    }

    private static void checkVersion(RequestEntity request, long version) {
        if (request.version != version) {
            throw ConsiliumException.changedMeanwhile("requests");
        }
    }

    private static ConsiliumException incomplete(String field, String code) {
        return ConsiliumException.invalid("requests.incomplete", List.of(new FieldProblem(field, code)));
    }
}
