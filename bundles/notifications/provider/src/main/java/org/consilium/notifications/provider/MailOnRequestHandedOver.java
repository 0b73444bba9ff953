package org.consilium.notifications.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestHandedOver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the patient's side who the doctor is now, and when. */
@Component(service = EventConsumer.class)
public class MailOnRequestHandedOver implements EventConsumer<RequestHandedOver> {
    private final ChangedVisits visits;

    @Activate
    public MailOnRequestHandedOver(@Reference ChangedVisits visits) {
        this.visits = visits;
    }

    @Override
    public Class<RequestHandedOver> eventType() {
        return RequestHandedOver.class;
    }

    @Override
    public void handle(RequestHandedOver event) {
        visits.tell(event.requestId());
    }
}
