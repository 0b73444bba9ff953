package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.api.RequestAccepted;
import org.consilium.requests.api.RequestResubmitted;
import org.consilium.requests.api.RequestReturned;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way of a request through the stages of its route: on to the next, back to its filer, and mended here again. */
@Component(service = Stages.class)
public class Stages {
    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final RequestJournal journal;
    private final RequestViews views;
    private final ConsultantOffer offer;
    private final RouteAnswering answering;
    private final Neighbours neighbours;

    @Activate
    public Stages(
            @Reference RequestRepository requests,
            @Reference DescribedRoutes routes,
            @Reference RequestJournal journal,
            @Reference RequestViews views,
            @Reference ConsultantOffer offer,
            @Reference RouteAnswering answering,
            @Reference Neighbours neighbours) {
        this.requests = requests;
        this.routes = routes;
        this.journal = journal;
        this.views = views;
        this.offer = offer;
        this.answering = answering;
        this.neighbours = neighbours;
    }

    /** The doctors of whom the caller may name one; only while it is his turn to. */
    List<Consultant> consultants(Caller caller, UUID id) {
        RequestEntity request = RequestAccess.involved(requests.find(id), caller);
        RouteDescription route = routes.get(request.routeKey);
        RoutePosition.of(request, route).requireTurn(caller, Step.ACCEPT);
        return offer.consultants(caller, route, request.profileCode, UUID.fromString(request.filerId));
    }

    /**
     * By whose turn it is.
     *
     * @throws ConsiliumException 403 {@code requests.not-processor}, 409 {@code requests.other-stage}, 422 {@code requests.incomplete}
     */
    Request accept(Caller caller, UUID id, Acceptance acceptance) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.involved(requests.lock(id), caller);
            RouteDescription route = routes.get(request.routeKey);
            RoutePosition position = RoutePosition.of(request, route).requireTurn(caller, Step.ACCEPT);
            Checked.sent(acceptance, "version");
            Checked.version(request, acceptance.version());
            String text = Checked.text(acceptance.text(), false);
            StaffMember named = position.stage().assignsConsultant() ? named(caller, request, route, acceptance) : null;
            Transition made = Transition.of(request, Step.ACCEPT, text);
            if (named != null) {
                request.consultantId = named.id().toString();
                request.consultantName = named.shortName();
            }
            RoutePosition.begin(request, position.next());
            requests.flush();
            if (named != null) {
                requests.replaceWords(request, Set.of(), RequestWords.of(request, neighbours.staff()));
            }
            journal.accepted(
                    caller,
                    request,
                    made,
                    new RequestAccepted(id, request.stage, RequestEntity.uuid(request.consultantId)));
            return views.request(caller, request);
        });
    }

    /**
     * By whose turn it is, where the stage may.
     *
     * @throws ConsiliumException 403 {@code requests.not-processor}, 409 {@code requests.other-stage}, 422 {@code requests.incomplete}
     */
    Request giveBack(Caller caller, UUID id, GivingBack givingBack) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.involved(requests.lock(id), caller);
            RoutePosition.of(request, routes.get(request.routeKey)).requireTurn(caller, Step.RETURN);
            Checked.sent(givingBack, "text");
            Checked.version(request, givingBack.version());
            String text = Checked.text(givingBack.text(), true);
            Transition made = Transition.of(request, Step.RETURN, text);
            request.returnReason = text;
            request.processorId = request.filerId;
            requests.flush();
            journal.staged(caller, "requests.returned", request, made, new RequestReturned(id, request.stage));
            return views.request(caller, request);
        });
    }

    /**
     * By the filer. What he mended is checked as it was when he filed the request.
     *
     * @throws ConsiliumException 403 {@code requests.not-processor}, 409 {@code requests.other-stage}, 422 {@code requests.incomplete}
     */
    Request resubmit(Caller caller, UUID id, Resubmission mended) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.involved(requests.lock(id), caller);
            RouteDescription route = routes.get(request.routeKey);
            RoutePosition position =
                    RoutePosition.of(request, route).require(Step.RESUBMIT).requireTurn(caller, Step.RESUBMIT);
            Checked.sent(mended, "forms");
            Checked.version(request, mended.version());
            String text = Checked.text(mended.text(), false);
            DraftContent content = checked(request, route, mended);
            Transition made = Transition.of(request, Step.RESUBMIT, text);
            request.answers = content.stored(answering.steps(route));
            request.comment = Typed.cleanLines(content.comment());
            position.resume();
            requests.flush();
            journal.staged(caller, "requests.resubmitted", request, made, new RequestResubmitted(id, request.stage));
            return views.request(caller, request);
        });
    }

    private StaffMember named(Caller caller, RequestEntity request, RouteDescription route, Acceptance acceptance) {
        if (acceptance.consultantId() == null) {
            throw Checked.incomplete("consultantId", Problems.REQUIRED);
        }
        StaffMember found = neighbours.staff().find(acceptance.consultantId()).orElse(null);
        if (!offer.consults(caller, route, request.profileCode, UUID.fromString(request.filerId), found)) {
            throw Checked.incomplete("consultantId", Problems.UNKNOWN);
        }
        return found;
    }

    private DraftContent checked(RequestEntity request, RouteDescription route, Resubmission mended) {
        PersonSnapshot person = StoredJson.read(request.person, PersonSnapshot.class);
        DraftContent content = DraftContent.of(
                new DraftChange(
                        mended.version(),
                        DraftStep.END,
                        person == null ? null : person.personId(),
                        StoredJson.read(request.represented, Represented.class),
                        request.email,
                        request.phone,
                        mended.comment(),
                        UUID.fromString(request.coordinatorId == null ? request.consultantId : request.coordinatorId),
                        request.urgency,
                        mended.forms(),
                        null),
                person);
        List<FieldProblem> problems = new ArrayList<>(answering.problems(route, content, DraftStep.END));
        if (problems.isEmpty()) {
            answering.check(route, request.profileCode, content).stream()
                    .map(problem -> new FieldProblem("forms/" + problem.step() + "/" + problem.field(), "route"))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("requests.incomplete", problems);
        }
        return content;
    }
}
