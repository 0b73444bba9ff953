package org.consilium.requests.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.provider.catalogue.RouteCatalogue;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Drafts are on the server from the first step on, so that a closed browser or another device loses nothing. Only their filer knows of
 * them. What was typed is kept as it was typed; what is wrong with it is told beside it.
 */
@Component(service = DraftService.class)
public class DraftService {
    private final DraftRepository drafts;
    private final RequestRepository requests;
    private final RouteCatalogue catalogue;
    private final DraftViews views;
    private final Neighbours neighbours;
    private final ConsultantOffer offer;
    private final RouteUse use;
    private final DraftDocuments documents;
    private final RequestSettings settings;

    @Activate
    public DraftService(
            @Reference DraftRepository drafts,
            @Reference RequestRepository requests,
            @Reference RouteCatalogue catalogue,
            @Reference DraftViews views,
            @Reference Neighbours neighbours,
            @Reference ConsultantOffer offer,
            @Reference RouteUse use,
            @Reference DraftDocuments documents,
            @Reference RequestSettings settings) {
        this.drafts = drafts;
        this.requests = requests;
        this.catalogue = catalogue;
        this.views = views;
        this.neighbours = neighbours;
        this.offer = offer;
        this.use = use;
        this.documents = documents;
        this.settings = settings;
    }

    /** The same draft again answers the one that is there. */
    Draft begin(Caller caller, NewDraft wanted) {
        Roles.requireDoctor(caller);
        if (wanted == null || wanted.id() == null) {
            throw ConsiliumException.invalid("requests.incomplete", List.of(new FieldProblem("id", Problems.REQUIRED)));
        }
        return drafts.find(wanted.id())
                .map(draft -> again(caller, draft, wanted))
                .orElseGet(() -> beginNew(caller, wanted));
    }

    List<Draft> all(Caller caller) {
        Roles.requireDoctor(caller);
        drafts.untouched(caller.id(), settings.oldestDraft()).stream()
                .filter(draft -> documents.canRelease(StoredJson.read(draft.content, DraftContent.class)))
                .forEach(draft -> remove(caller, draft));
        return views.drafts(caller, drafts.of(caller.id()));
    }

    Draft get(Caller caller, UUID id) {
        return views.draft(caller, own(caller, id));
    }

    /** @throws ConsiliumException 409 {@code requests.changed-meanwhile} when the draft was changed in another tab */
    Draft change(Caller caller, UUID id, DraftChange change) {
        if (change == null || change.step() == null) {
            throw ConsiliumException.invalid(
                    "requests.incomplete", List.of(new FieldProblem("step", Problems.REQUIRED)));
        }
        DraftEntity before = own(caller, id);
        DraftSteps steps = use.steps(views.route(before));
        if (!change.step().equals(DraftStep.END) && !steps.has(change.step())) {
            throw ConsiliumException.invalid(
                    "requests.incomplete", List.of(new FieldProblem("step", Problems.UNKNOWN)));
        }
        DraftContent content = DraftContent.of(change, person(caller, before, Typed.clean(change.personId())));
        DraftEntity after = drafts.change(id, draft -> apply(caller, draft, change, content))
                .orElseThrow(DraftService::notFound);
        return views.draft(caller, after);
    }

    /** Dropping twice is as good as once; a draft of somebody else is not found. */
    void drop(Caller caller, UUID id) {
        Roles.requireDoctor(caller);
        if (drafts.find(id).isPresent()) {
            remove(caller, own(caller, id));
        }
    }

    private void remove(Caller caller, DraftEntity draft) {
        requests.inTransaction(() -> {
            documents.release(caller, StoredJson.read(draft.content, DraftContent.class), DraftContent.EMPTY);
            drafts.remove(UUID.fromString(draft.id));
            return null;
        });
    }

    List<Consultant> consultants(Caller caller, UUID id) {
        DraftEntity draft = own(caller, id);
        return offer.list(caller, views.route(draft), draft.profileCode);
    }

    /** @throws ConsiliumException 404, also for a draft of somebody else */
    private DraftEntity own(Caller caller, UUID id) {
        Roles.requireDoctor(caller);
        return drafts.find(id).filter(draft -> isFiler(caller, draft)).orElseThrow(DraftService::notFound);
    }

    static boolean isFiler(Caller caller, DraftEntity draft) {
        return draft.filerId.equals(caller.id().toString());
    }

    static ConsiliumException notFound() {
        return ConsiliumException.notFound("requests.draft-not-found");
    }

    /** A new draft that is no row yet. @throws ConsiliumException 404 and 422 for a route or profile that is not offered */
    DraftEntity unsaved(Caller caller, NewDraft wanted) {
        Roles.requireDoctor(caller);
        RouteDescription route = catalogue
                .find(wanted.routeId())
                .filter(use.open(caller))
                .orElseThrow(() -> ConsiliumException.notFound("requests.unknown-route"));
        Profile profile = route.profiles().stream()
                .filter(offered -> offered.code().equals(wanted.profile()))
                .findFirst()
                .orElseThrow(() -> ConsiliumException.invalid(
                        "requests.unknown-profile", List.of(new FieldProblem("profile", Problems.UNKNOWN))));
        DraftEntity draft = new DraftEntity();
        draft.id = wanted.id().toString();
        draft.filerId = caller.id().toString();
        draft.routeKey = views.keep(route);
        draft.profileCode = profile.code();
        draft.step = use.steps(route).first();
        draft.content = StoredJson.write(DraftContent.EMPTY);
        draft.createdAt = settings.now();
        draft.updatedAt = draft.createdAt;
        return draft;
    }

    private Draft beginNew(Caller caller, NewDraft wanted) {
        DraftEntity draft = unsaved(caller, wanted);
        if (requests.find(wanted.id()).isPresent()) {
            throw DraftRepository.idTaken();
        }
        if (drafts.count(caller.id()) >= settings.draftLimit()) {
            throw ConsiliumException.conflict("requests.too-many-drafts", "the filer has too many drafts");
        }
        try {
            drafts.add(draft);
        } catch (ConsiliumException e) {
            // Two tabs, or a retry beside the first try: the other one was a moment faster.
            return again(caller, drafts.find(wanted.id()).orElseThrow(() -> e), wanted);
        }
        return views.draft(caller, draft);
    }

    private Draft again(Caller caller, DraftEntity draft, NewDraft wanted) {
        boolean same = isFiler(caller, draft)
                && draft.profileCode.equals(wanted.profile())
                && views.route(draft).id().equals(wanted.routeId());
        if (!same) {
            throw DraftRepository.idTaken();
        }
        return views.draft(caller, draft);
    }

    /** The registry is asked only when another person was chosen. */
    private PersonSnapshot person(Caller caller, DraftEntity draft, String personId) {
        if (personId == null) {
            return null;
        }
        PersonSnapshot known =
                StoredJson.read(draft.content, DraftContent.class).person();
        if (known != null && known.personId().equals(personId)) {
            return known;
        }
        return personId.length() > 64
                ? null
                : neighbours
                        .registry()
                        .get(caller, personId)
                        .map(PersonSnapshot::of)
                        .orElse(null);
    }

    private void apply(Caller caller, DraftEntity draft, DraftChange change, DraftContent content) {
        DraftContent before = StoredJson.read(draft.content, DraftContent.class);
        boolean asWanted = draft.step.equals(change.step()) && before.equals(content);
        if (asWanted) {
            return; // the retry of a change whose answer was lost
        }
        if (draft.version != change.version()) {
            throw ConsiliumException.changedMeanwhile("requests");
        }
        documents.release(caller, before, content);
        draft.step = change.step();
        draft.content = StoredJson.write(content);
        draft.updatedAt = settings.now();
    }
}
