package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import org.consilium.kernel.Caller;
import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestExecuted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives back what a request that was finished early does not need any more: the whole visit when it has not begun, else the time from now to
 * its end. A visit that is over stays as it was.
 */
@Component(service = EventConsumer.class)
public class FreeTimeOnRequestExecuted implements EventConsumer<RequestExecuted> {
    private static final Caller SELF = Caller.system("scheduling");

    private final VisitRepository repository;
    private final Journal journal;
    private final RegionTime time;

    @Activate
    public FreeTimeOnRequestExecuted(
            @Reference VisitRepository repository, @Reference Journal journal, @Reference RegionTime time) {
        this.repository = repository;
        this.journal = journal;
        this.time = time;
    }

    @Override
    public Class<RequestExecuted> eventType() {
        return RequestExecuted.class;
    }

    @Override
    public void handle(RequestExecuted event) {
        repository.inTransaction(() -> {
            repository.find(event.requestId()).ifPresent(visit -> free(visit, time.now()));
            return null;
        });
    }

    private void free(VisitEntity visit, Instant now) {
        if (now.isBefore(visit.startAt)) {
            repository.remove(visit);
            journal.visit(SELF, "visit-released", visit);
            return;
        }
        int used = Cells.minutesUntil(Duration.between(visit.startAt, now));
        if (used < visit.minutes) {
            repository.shorten(visit, used);
            journal.visit(SELF, "visit-shortened", visit);
        }
    }
}
