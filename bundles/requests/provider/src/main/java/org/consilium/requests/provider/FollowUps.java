package org.consilium.requests.provider;

import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A further request from a closed one: a draft of the caller with everything that is known filled in. */
@Component(service = FollowUps.class)
public class FollowUps {
    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final DraftService drafts;

    @Activate
    public FollowUps(
            @Reference RequestRepository requests, @Reference DescribedRoutes routes, @Reference DraftService drafts) {
        this.requests = requests;
        this.routes = routes;
        this.drafts = drafts;
    }

    /**
     * The draft takes the newest version of the route; the same again answers the draft that is there.
     *
     * @throws ConsiliumException 404 {@code requests.unknown-route} when the route is offered no more, 409 {@code requests.illegal-step} while the
     *     request is not closed
     */
    Draft begin(Caller caller, UUID id, FollowUp wanted) {
        RequestEntity request = RequestAccess.participant(requests.find(id), caller);
        if (!request.state.isClosed()) {
            throw ConsiliumException.conflict("requests.illegal-step", "the request is not closed yet");
        }
        UUID draftId = Checked.sent(wanted, "id").id();
        Draft draft = drafts.begin(
                caller, new NewDraft(draftId, routes.get(request.routeKey).id(), request.profileCode));
        boolean fresh = draft.person() == null && draft.email() == null && draft.consultantId() == null;
        return fresh ? drafts.change(caller, draftId, known(request, draft)) : draft;
    }

    private static DraftChange known(RequestEntity request, Draft draft) {
        PersonSnapshot person = StoredJson.read(request.person, PersonSnapshot.class);
        return new DraftChange(
                draft.version(),
                draft.step(),
                person == null ? null : person.personId(),
                StoredJson.read(request.represented, Represented.class),
                request.email,
                request.phone,
                null,
                UUID.fromString(request.coordinatorId == null ? request.consultantId : request.coordinatorId),
                null,
                null,
                null);
    }
}
