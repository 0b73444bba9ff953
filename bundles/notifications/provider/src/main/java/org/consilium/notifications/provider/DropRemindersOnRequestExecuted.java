package org.consilium.notifications.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestExecuted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody is reminded of a visit whose request is executed already. */
@Component(service = EventConsumer.class)
public class DropRemindersOnRequestExecuted implements EventConsumer<RequestExecuted> {
    private final Reminders reminders;

    @Activate
    public DropRemindersOnRequestExecuted(@Reference Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Class<RequestExecuted> eventType() {
        return RequestExecuted.class;
    }

    @Override
    public void handle(RequestExecuted event) {
        reminders.drop(event.requestId());
    }
}
