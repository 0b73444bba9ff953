package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consilium.documents.api.Document;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.FieldProblem;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows drafts to their filer, with the route as it was when they were begun and with what is wrong. */
@Component(service = DraftViews.class)
public class DraftViews {
    private final DescribedRoutes routes;
    private final Neighbours neighbours;
    private final ConsultantOffer offer;
    private final RouteAnswering answering;
    private final DraftDocuments documents;

    @Activate
    public DraftViews(
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

    Draft draft(Caller filer, DraftEntity draft) {
        DraftContent content = StoredJson.read(draft.content, DraftContent.class);
        return view(
                filer,
                draft,
                content,
                consultants(List.of(content)),
                documents.known(filer, List.of(content)),
                answering.checkLeniently(route(draft), draft.profileCode, content));
    }

    List<Draft> drafts(Caller filer, List<DraftEntity> drafts) {
        List<DraftContent> contents = drafts.stream()
                .map(draft -> StoredJson.read(draft.content, DraftContent.class))
                .toList();
        Map<UUID, StaffMember> consultants = consultants(contents);
        Map<UUID, Document> files = documents.known(filer, contents);
        List<Draft> views = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            views.add(view(filer, drafts.get(i), contents.get(i), consultants, files, List.of()));
        }
        return views;
    }

    /** The route as the draft began with it. */
    RouteDescription route(DraftEntity draft) {
        return routes.get(draft.routeKey);
    }

    /** Stores the route for the drafts and requests that use it. @return its key */
    String keep(RouteDescription route) {
        return routes.keep(route);
    }

    /** @return {@code null} when the staff directory is away: then nobody is called unknown */
    private Map<UUID, StaffMember> consultants(Collection<DraftContent> contents) {
        List<UUID> ids = contents.stream()
                .map(DraftContent::consultantId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return neighbours
                .staffIfPresent()
                .map(staff -> ids.isEmpty() ? Map.<UUID, StaffMember>of() : staff.findAll(ids))
                .orElse(null);
    }

    private Draft view(
            Caller filer,
            DraftEntity draft,
            DraftContent content,
            Map<UUID, StaffMember> consultants,
            Map<UUID, Document> files,
            List<AnswerProblem> answerProblems) {
        RouteDescription route = route(draft);
        List<FieldProblem> problems = new ArrayList<>(answering.problems(route, content, draft.step));
        UUID consultant = content.consultantId();
        if (consultant != null
                && consultants != null
                && !offer.offers(filer, route, draft.profileCode, consultants.get(consultant))) {
            problems.add(new FieldProblem("consultantId", Problems.UNKNOWN));
        }
        problems.addAll(DraftDocuments.problems(content, files));
        return new Draft(
                UUID.fromString(draft.id),
                draft.version,
                draft.step,
                route,
                profile(route, draft.profileCode),
                content.person(),
                content.represented(),
                content.email(),
                content.phone(),
                content.comment(),
                consultant,
                RouteAnswering.urgency(route, content),
                content.forms(),
                DraftDocuments.views(content, files),
                answering.steps(route).names(),
                answerProblems,
                draft.updatedAt,
                problems);
    }

    static Profile profile(RouteDescription route, String code) {
        return route.profiles().stream()
                .filter(profile -> profile.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("route " + route.id() + " has no profile " + code));
    }
}
