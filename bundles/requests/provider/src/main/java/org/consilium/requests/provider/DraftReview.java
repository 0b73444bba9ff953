package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at a draft before it is submitted, as if nothing had been checked in the browser. */
@Component(service = DraftReview.class)
public class DraftReview {
    private final DescribedRoutes routes;
    private final Neighbours neighbours;
    private final ConsultantOffer offer;
    private final RouteAnswering answering;
    private final DraftDocuments documents;

    @Activate
    public DraftReview(
            @Reference DescribedRoutes routes,
            @Reference Neighbours neighbours,
            @Reference ConsultantOffer offer,
            @Reference RouteAnswering answering,
            @Reference DraftDocuments documents) {
        this.routes = routes;
        this.neighbours = neighbours;
        this.offer = offer;
        this.answering = answering;
        this.documents = documents;
    }

    /** @throws ConsiliumException 422 {@code requests.incomplete} with every field that is wrong; 503 without registry or identity */
    CompleteDraft complete(Caller filer, DraftEntity draft, Submission submission) {
        RouteDescription route = routes.get(draft.routeKey);
        DraftContent content = refreshed(
                filer, StoredJson.read(draft.content, DraftContent.class).with(submission.consultantId()));
        DraftSteps steps = answering.steps(route);
        List<FieldProblem> problems = new ArrayList<>(answering.problems(route, content, DraftStep.END));
        if (submission.start() == null && steps.has(DraftStep.SLOT)) {
            problems.add(new FieldProblem("start", Problems.REQUIRED));
        }
        List<UUID> chosen = steps.has(DraftStep.DOCUMENTS)
                ? content.documents().stream().map(ChosenDocument::id).toList()
                : List.of();
        if (!chosen.isEmpty()) {
            neighbours.documents(); // 503 while they are away
            problems.addAll(DraftDocuments.problems(content, documents.known(filer, List.of(content))));
        }
        // Without a step for him the filer himself consults; on a coordinated route the coordinator is chosen there.
        UUID consultantId = steps.has(DraftStep.CONSULTANT) ? submission.consultantId() : filer.id();
        Map<UUID, StaffMember> staff = neighbours
                .staff()
                .findAll(
                        consultantId == null || consultantId.equals(filer.id())
                                ? Set.of(filer.id())
                                : Set.of(filer.id(), consultantId));
        if (!staff.containsKey(filer.id())) {
            throw ConsiliumException.forbidden("requests.doctors-only");
        }
        StaffMember consultant = consultantId == null ? null : staff.get(consultantId);
        if (consultantId != null && !offer.offers(filer, route, draft.profileCode, consultant)) {
            problems.add(new FieldProblem("consultantId", Problems.UNKNOWN));
        }
        if (problems.isEmpty()) {
            answering
                    .check(route, draft.profileCode, content)
                    .forEach(problem ->
                            problems.add(new FieldProblem("forms/" + problem.step() + "/" + problem.field(), "route")));
        }
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("requests.incomplete", problems);
        }
        boolean represented = route.audience() == RouteDescription.Audience.REPRESENTATIVE;
        return new CompleteDraft(
                draft.version,
                draft.routeKey,
                route,
                DraftViews.profile(route, draft.profileCode),
                content.person(),
                represented ? content.represented().normalised() : null,
                Typed.clean(content.email()),
                Typed.clean(content.phone()),
                Typed.cleanLines(content.comment()),
                staff.get(filer.id()),
                route.coordinated() ? consultant : null,
                route.coordinated() ? null : consultant,
                steps.has(DraftStep.SLOT),
                content.stored(steps),
                chosen,
                RouteAnswering.urgency(route, content),
                answering.plan(route, draft.profileCode, content));
    }

    /** With the person as the registry knows him now: the draft may be weeks old. */
    private DraftContent refreshed(Caller filer, DraftContent content) {
        String personId = Typed.clean(content.personId());
        PersonSnapshot person = personId == null || personId.length() > 64
                ? null
                : neighbours
                        .registry()
                        .get(filer, personId)
                        .map(PersonSnapshot::of)
                        .orElse(null);
        return content.with(person);
    }
}
