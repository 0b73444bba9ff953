package org.consilium.platform.events.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.audit.TraceEntry.Kind;
import org.consilium.platform.audit.TraceEntry.Outcome;
import org.consilium.platform.audit.TraceSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The events of a request, each attempt to deliver them, and what still waits. */
@Component(service = TraceSource.class)
public class EventTrace implements TraceSource {
    private final EventRepository repository;

    @Activate
    public EventTrace(@Reference EventRepository repository) {
        this.repository = repository;
    }

    @Override
    public String domain() {
        return "events";
    }

    @Override
    public List<TraceEntry> trace(UUID requestId) {
        String key = requestId.toString();
        // What waits is read first: a delivery that is handled meanwhile is told twice, the other way round it would be
        // in neither.
        List<PendingDelivery> waiting = repository.pending(key);
        return Stream.concat(
                        repository.history(key).stream().map(EventTrace::line),
                        waiting.stream().map(EventTrace::line))
                .toList();
    }

    private static TraceEntry line(HistoryEntity row) {
        return switch (row.outcome) {
            case WRITTEN -> new TraceEntry(row.at, Kind.EVENT, row.eventType, null, Outcome.DONE, null, null);
            case HANDLED -> new TraceEntry(row.at, Kind.DELIVERY, row.consumer, null, Outcome.DONE, row.attempt, null);
            case FAILED ->
                new TraceEntry(row.at, Kind.DELIVERY, row.consumer, null, Outcome.FAILED, row.attempt, row.error);
        };
    }

    private static TraceEntry line(PendingDelivery waiting) {
        return new TraceEntry(
                waiting.nextAttemptAt(),
                Kind.DELIVERY,
                waiting.consumer(),
                null,
                waiting.parked() ? Outcome.GIVEN_UP : Outcome.WAITING,
                waiting.attempts(),
                waiting.parked() ? "consilium:event-retry " + waiting.id() : null);
    }
}
