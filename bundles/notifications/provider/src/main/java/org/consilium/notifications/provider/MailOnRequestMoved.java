package org.consilium.notifications.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestMoved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the patient's side the new time of the visit. */
@Component(service = EventConsumer.class)
public class MailOnRequestMoved implements EventConsumer<RequestMoved> {
    private final ChangedVisits visits;

    @Activate
    public MailOnRequestMoved(@Reference ChangedVisits visits) {
        this.visits = visits;
    }

    @Override
    public Class<RequestMoved> eventType() {
        return RequestMoved.class;
    }

    @Override
    public void handle(RequestMoved event) {
        visits.tell(event.requestId());
    }
}
