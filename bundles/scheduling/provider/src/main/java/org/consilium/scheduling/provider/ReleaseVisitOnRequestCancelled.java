package org.consilium.scheduling.provider;

import org.consilium.kernel.Caller;
import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Frees the time of a request that was cancelled while this domain was away; otherwise it is free already. */
@Component(service = EventConsumer.class)
public class ReleaseVisitOnRequestCancelled implements EventConsumer<RequestCancelled> {
    private final VisitService visits;

    @Activate
    public ReleaseVisitOnRequestCancelled(@Reference VisitService visits) {
        this.visits = visits;
    }

    @Override
    public Class<RequestCancelled> eventType() {
        return RequestCancelled.class;
    }

    @Override
    public void handle(RequestCancelled event) {
        visits.release(Caller.system("scheduling"), event.requestId());
    }
}
