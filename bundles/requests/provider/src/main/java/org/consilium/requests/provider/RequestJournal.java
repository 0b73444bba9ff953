package org.consilium.requests.provider;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.DomainEvent;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.events.Events;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.requests.api.QuestionnaireAnswered;
import org.consilium.requests.api.RequestAwaitsSignature;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestHandedOver;
import org.consilium.requests.api.RequestMoved;
import org.consilium.requests.api.RequestRedirected;
import org.consilium.requests.api.RequestReopened;
import org.consilium.requests.api.RequestSubmitted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells of each transition, in its transaction: its row, the audit row, the event for other domains, the hint for open tabs. */
@Component(service = RequestJournal.class)
public class RequestJournal {
    private final TransitionRepository transitions;
    private final AuditLog audit;
    private final Events events;
    private final Live live;
    private final RequestSettings settings;

    @Activate
    public RequestJournal(
            @Reference TransitionRepository transitions,
            @Reference AuditLog audit,
            @Reference Events events,
            @Reference Live live,
            @Reference RequestSettings settings) {
        this.transitions = transitions;
        this.audit = audit;
        this.events = events;
        this.live = live;
        this.settings = settings;
    }

    void submitted(Caller caller, RequestEntity request, Transition made) {
        tell(
                caller,
                "requests.submitted",
                request,
                made,
                request.consultantId == null
                        ? Map.of("number", request.number, "coordinator", request.coordinatorId)
                        : Map.of("number", request.number, "consultant", request.consultantId),
                new RequestSubmitted(
                        request.uuid(),
                        UUID.fromString(request.filerId),
                        RequestEntity.uuid(request.consultantId),
                        request.visitStart));
    }

    void awaitsSignature(Caller caller, RequestEntity request, Transition made) {
        tell(caller, "requests.awaits-signature", request, made, Map.of(), new RequestAwaitsSignature(request.uuid()));
    }

    void executed(Caller caller, RequestEntity request, Transition made) {
        Map<String, String> details = new HashMap<>();
        details.put("outcome", request.outcome.name());
        if (request.reasonCode != null) {
            details.put("reason", request.reasonCode);
        }
        tell(
                caller,
                "requests.executed",
                request,
                made,
                details,
                new RequestExecuted(request.uuid(), request.outcome, request.reasonCode));
    }

    void cancelled(Caller caller, RequestEntity request, Transition made) {
        tell(caller, "requests.cancelled", request, made, Map.of(), new RequestCancelled(request.uuid()));
    }

    /** @param action {@code requests.reopened} or {@code requests.resumed} */
    void reopened(Caller caller, String action, RequestEntity request, Transition made) {
        tell(caller, action, request, made, Map.of(), new RequestReopened(request.uuid()));
    }

    void identified(Caller caller, RequestEntity request, Transition made) {
        tell(caller, "requests.identified", request, made, Map.of("method", request.identificationMethod.name()), null);
    }

    void answered(Caller caller, RequestEntity request, Transition made) {
        tell(
                caller,
                "requests.questionnaire-answered",
                request,
                made,
                Map.of(),
                new QuestionnaireAnswered(request.uuid()));
    }

    /** The consultant before is told as well: he may see the request no more. */
    void handedOver(Caller caller, RequestEntity request, Transition made, UUID from, Instant previousStart) {
        UUID to = UUID.fromString(request.consultantId);
        tell(
                caller,
                "requests.handed-over",
                request,
                made,
                Map.of("from", from.toString(), "to", to.toString()),
                new RequestHandedOver(request.uuid(), from, to, previousStart, request.visitStart));
        live.send(Set.of(from), Hint.of("requests.list", request.uuid()));
        tellApart(caller, to, request, 1);
        tellApart(caller, from, request, 0);
    }

    /** A hint with the number 1 to who got the request, 0 to who lost it; not to who did it. */
    private void tellApart(Caller caller, UUID account, RequestEntity request, long received) {
        if (!account.equals(caller.id())) {
            live.send(Set.of(account), Hint.of("requests.handed-over", request.uuid(), received));
        }
    }

    void moved(Caller caller, RequestEntity request, Transition made, Instant previousStart) {
        tell(
                caller,
                "requests.moved",
                request,
                made,
                Map.of(),
                new RequestMoved(request.uuid(), previousStart, request.visitStart));
    }

    /** The coordinator before is told as well: he may see the request no more. */
    void redirected(Caller caller, RequestEntity request, Transition made, UUID from) {
        UUID to = UUID.fromString(request.coordinatorId);
        tell(
                caller,
                "requests.handed-over",
                request,
                made,
                Map.of("from", from.toString(), "to", to.toString()),
                new RequestRedirected(request.uuid(), from, to));
        live.send(Set.of(from), Hint.of("requests.list", request.uuid()));
        tellApart(caller, to, request, 1);
        tellApart(caller, from, request, 0);
    }

    /** Whose turn it is now is told apart. */
    void accepted(Caller caller, RequestEntity request, Transition made, DomainEvent event) {
        staged(caller, "requests.accepted", request, made, event);
        tellApart(caller, UUID.fromString(request.processorId), request, 1);
    }

    /** @param action {@code requests.accepted}, {@code requests.returned} or {@code requests.resubmitted} */
    void staged(Caller caller, String action, RequestEntity request, Transition made, DomainEvent event) {
        tell(caller, action, request, made, Map.of("stage", request.stage), event);
    }

    private void tell(
            Caller caller,
            String action,
            RequestEntity request,
            Transition made,
            Map<String, String> details,
            DomainEvent event) {
        UUID id = request.uuid();
        TransitionEntity row = row(caller, request, made);
        transitions.add(row);
        Map<String, String> noted = new HashMap<>(details);
        noted.put("transition", row.id);
        audit.append(caller, action, id, noted);
        if (event != null) {
            events.append(event);
        }
        Set<UUID> staff = request.people();
        live.send(staff, Hint.of("requests.changed", id));
        live.send(staff, Hint.of("requests.list", id));
        live.sendToPatients(id, Hint.of("requests.changed", id));
    }

    private TransitionEntity row(Caller caller, RequestEntity request, Transition made) {
        TransitionEntity row = new TransitionEntity();
        row.id = Uuid7.next().toString();
        row.requestId = request.id;
        row.at = settings.now();
        row.step = made.step();
        row.stateBefore = made.before();
        row.stateAfter = request.state;
        row.stageBefore = made.stage();
        row.stageAfter = request.stage;
        row.actorKind = caller.kind();
        row.actorId = Objects.toString(caller.id(), null);
        row.actorName = caller.name();
        row.explanation = made.text();
        return row;
    }
}
