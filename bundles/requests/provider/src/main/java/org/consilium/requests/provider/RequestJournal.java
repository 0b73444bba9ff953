package org.consilium.requests.provider;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.kernel.Caller;
import org.consilium.kernel.DomainEvent;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.events.Events;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestSubmitted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells of each transition, in its transaction: the audit row, the event for other domains, the hint for open tabs. */
@Component(service = RequestJournal.class)
public class RequestJournal {
    private final AuditLog audit;
    private final Events events;
    private final Live live;

    @Activate
    public RequestJournal(@Reference AuditLog audit, @Reference Events events, @Reference Live live) {
        this.audit = audit;
        this.events = events;
        this.live = live;
    }

    void submitted(Caller caller, RequestEntity request) {
        tell(
                caller,
                "requests.submitted",
                request,
                Map.of("number", request.number, "consultant", request.consultantId),
                new RequestSubmitted(
                        request.uuid(),
                        UUID.fromString(request.filerId),
                        UUID.fromString(request.consultantId),
                        request.visitStart));
    }

    void executed(Caller caller, RequestEntity request) {
        tell(
                caller,
                "requests.executed",
                request,
                Map.of("outcome", request.outcome.name(), "reason", request.reasonCode),
                new RequestExecuted(request.uuid(), request.outcome, request.reasonCode));
    }

    void cancelled(Caller caller, RequestEntity request) {
        tell(caller, "requests.cancelled", request, Map.of(), new RequestCancelled(request.uuid()));
    }

    private void tell(
            Caller caller, String action, RequestEntity request, Map<String, String> details, DomainEvent event) {
        UUID id = request.uuid();
        audit.append(caller, action, id, details);
        events.append(event);
        Set<UUID> staff = Stream.of(request.filerId, request.consultantId)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        live.send(staff, Hint.of("requests.changed", id));
        live.send(staff, Hint.of("requests.list", id));
        live.sendToPatients(id, Hint.of("requests.changed", id));
    }
}
