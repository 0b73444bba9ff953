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
    private final RequestSettings settings;

    @Activate
    public DraftReview(
            @Reference DescribedRoutes routes,
            @Reference Neighbours neighbours,
            @Reference ConsultantOffer offer,
            @Reference RequestSettings settings) {
        this.routes = routes;
        this.neighbours = neighbours;
        this.offer = offer;
        this.settings = settings;
    }

    /** @throws ConsiliumException 422 {@code requests.incomplete} with every field that is wrong; 503 without registry or identity */
    CompleteDraft complete(Caller filer, DraftEntity draft, Submission submission) {
        RouteDescription route = routes.get(draft.routeKey);
        DraftContent content =
                refreshed(filer, StoredJson.read(draft.content, DraftContent.class), submission.consultantId());
        List<FieldProblem> problems =
                new ArrayList<>(DraftCheck.problems(route, content, DraftStep.SLOT, settings.today()));
        if (submission.start() == null) {
            problems.add(new FieldProblem("start", Problems.REQUIRED));
        }
        UUID consultantId = submission.consultantId();
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
                Typed.cleanLines(content.comment()),
                staff.get(filer.id()),
                consultant);
    }

    /** With the person as the registry knows him now: the draft may be weeks old. */
    private DraftContent refreshed(Caller filer, DraftContent content, UUID consultantId) {
        String personId = Typed.clean(content.personId());
        PersonSnapshot person = personId == null || personId.length() > 64
                ? null
                : neighbours
                        .registry()
                        .get(filer, personId)
                        .map(PersonSnapshot::of)
                        .orElse(null);
        return new DraftContent(
                content.personId(), person, content.represented(), content.email(), content.comment(), consultantId);
    }
}
