package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.consilium.routes.api.RouteDescription;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.Visit;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Another consultant, another time. Both are one transaction over requests and schedule: the old time is free and the new one booked, or
 * nothing has changed.
 */
@Component(service = HandOvers.class)
public class HandOvers {
    private final RequestRepository requests;
    private final DescribedRoutes routes;
    private final RequestJournal journal;
    private final RequestViews views;
    private final ConsultantOffer offer;
    private final Neighbours neighbours;
    private final RequestSettings settings;

    @Activate
    public HandOvers(
            @Reference RequestRepository requests,
            @Reference DescribedRoutes routes,
            @Reference RequestJournal journal,
            @Reference RequestViews views,
            @Reference ConsultantOffer offer,
            @Reference Neighbours neighbours,
            @Reference RequestSettings settings) {
        this.requests = requests;
        this.routes = routes;
        this.journal = journal;
        this.views = views;
        this.offer = offer;
        this.neighbours = neighbours;
        this.settings = settings;
    }

    /** The doctors whom the request's route offers, without the present one: coordinators while no consultant is named. */
    List<Colleague> colleagues(Caller caller, UUID id) {
        RequestEntity request = RequestAccess.handingOver(requests.find(id), caller);
        RouteDescription route = routes.get(request.routeKey);
        UUID filerId = UUID.fromString(request.filerId);
        List<Consultant> offered = request.consultantId == null
                ? offer.coordinators(caller, route, filerId)
                : offer.consultants(caller, route, request.profileCode, filerId);
        return offered.stream()
                .filter(consultant -> !consultant.id().toString().equals(holder(request)))
                .map(consultant -> new Colleague(
                        consultant.id(),
                        consultant.fullName(),
                        consultant.position(),
                        consultant.speciality(),
                        consultant.organisationName(),
                        isFree(caller, consultant.id(), request),
                        consultant.nextFree()))
                .toList();
    }

    /**
     * By the filer or the consultant; by the filer or the coordinator while no consultant is named.
     *
     * @throws ConsiliumException 422 {@code requests.incomplete}, 409 {@code scheduling.slot-taken}, 503 {@code platform.domain-away}
     */
    Request handOver(Caller caller, UUID id, HandOver wanted) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.handingOver(requests.lock(id), caller);
            RequestLifecycle.after(request.state, Step.HAND_OVER);
            Checked.sent(wanted, "consultantId");
            Checked.version(request, wanted.version());
            String text = Checked.text(wanted.text(), true);
            StaffMember colleague = colleague(caller, request, wanted.consultantId());
            if (request.consultantId == null) {
                return redirect(caller, request, colleague, text);
            }
            UUID from = UUID.fromString(request.consultantId);
            Instant previousStart = request.visitStart;
            if (previousStart != null) {
                book(caller, request, colleague.id(), wanted.start());
            }
            Transition made = Transition.of(request, Step.HAND_OVER, text);
            boolean consultantsTurn = request.returnReason == null && request.consultantId.equals(request.processorId);
            request.consultantId = colleague.id().toString();
            request.consultantName = colleague.shortName();
            request.processorId = consultantsTurn ? request.consultantId : request.processorId;
            // Who speaks with the patient now has to make sure himself who he is.
            request.identificationMethod = null;
            request.identificationAt = null;
            request.identificationBy = null;
            requests.flush();
            requests.replaceWords(request, Set.of(from), RequestWords.of(request, neighbours.staff()));
            journal.handedOver(caller, request, made, from, previousStart);
            return views.request(caller, request);
        });
    }

    /** By the filer or the consultant. @throws ConsiliumException 409 {@code requests.no-visit} when the route has none */
    Request move(Caller caller, UUID id, Move wanted) {
        return requests.inTransaction(() -> {
            RequestEntity request = RequestAccess.participant(requests.lock(id), caller);
            RoutePosition.of(request, routes.get(request.routeKey)).require(Step.MOVE);
            Checked.sent(wanted, "start");
            Checked.version(request, wanted.version());
            String text = Checked.text(wanted.text(), true);
            Instant previousStart = request.visitStart;
            if (previousStart.equals(wanted.start())) {
                throw Checked.incomplete("start", "same");
            }
            book(caller, request, UUID.fromString(request.consultantId), wanted.start());
            Transition made = Transition.of(request, Step.MOVE, text);
            requests.flush();
            journal.moved(caller, request, made, previousStart);
            return views.request(caller, request);
        });
    }

    private StaffMember colleague(Caller caller, RequestEntity request, UUID consultantId) {
        if (consultantId == null) {
            throw Checked.incomplete("consultantId", Problems.REQUIRED);
        }
        StaffMember found = neighbours.staff().find(consultantId).orElse(null);
        RouteDescription route = routes.get(request.routeKey);
        UUID filerId = UUID.fromString(request.filerId);
        boolean offered = request.consultantId == null
                ? offer.coordinates(caller, route, filerId, found)
                : offer.consults(caller, route, request.profileCode, filerId, found);
        if (!offered || consultantId.toString().equals(holder(request))) {
            throw Checked.incomplete("consultantId", Problems.UNKNOWN);
        }
        return found;
    }

    /** Another coordinator. */
    private Request redirect(Caller caller, RequestEntity request, StaffMember coordinator, String text) {
        UUID from = UUID.fromString(request.coordinatorId);
        Transition made = Transition.of(request, Step.HAND_OVER, text);
        boolean coordinatorsTurn = request.coordinatorId.equals(request.processorId);
        request.coordinatorId = coordinator.id().toString();
        request.coordinatorName = coordinator.shortName();
        request.processorId = coordinatorsTurn ? request.coordinatorId : request.processorId;
        requests.flush();
        requests.replaceWords(request, Set.of(from), RequestWords.of(request, neighbours.staff()));
        journal.redirected(caller, request, made, from);
        return views.request(caller, request);
    }

    /** Who has the request: its consultant, or its coordinator while there is none. */
    private static String holder(RequestEntity request) {
        return request.consultantId == null ? request.coordinatorId : request.consultantId;
    }

    private void book(Caller caller, RequestEntity request, UUID doctorId, Instant start) {
        if (start == null) {
            throw Checked.incomplete("start", Problems.REQUIRED);
        }
        VisitService visits = neighbours.visits();
        visits.release(caller, request.uuid());
        Visit visit = visits.book(
                caller,
                new NewVisit(
                        request.uuid(), doctorId, patientKey(request), start, minutesOfRoute(request), request.name));
        // A term of the route stays what it is; one that came from the visit goes with it.
        boolean dueWithVisit = request.dueAt.equals(Terms.ofVisit(request.visitStart, request.visitMinutes))
                || request.dueAt.equals(request.visitStart);
        request.visitStart = visit.start();
        request.visitMinutes = visit.minutes();
        if (dueWithVisit) {
            request.dueAt = Terms.ofVisit(visit.start(), visit.minutes());
        }
    }

    private int minutesOfRoute(RequestEntity request) {
        return routes.get(request.routeKey).visitMinutes();
    }

    private static String patientKey(RequestEntity request) {
        return CompleteDraft.patientKey(
                StoredJson.read(request.person, PersonSnapshot.class),
                StoredJson.read(request.represented, Represented.class));
    }

    private boolean isFree(Caller caller, UUID doctorId, RequestEntity request) {
        Instant start = request.visitStart;
        return start != null
                && start.isAfter(settings.now())
                && neighbours
                        .visitsIfPresent()
                        .map(
                                visits -> visits
                                        .freeSlots(
                                                caller, doctorId, start, start.plusSeconds(1), minutesOfRoute(request))
                                        .stream()
                                        .anyMatch(slot -> slot.start().equals(start)))
                        .orElse(false);
    }
}
