package org.consilium.platform.events.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code consilium:event-forget consumer} */
@Service
@Command(
        scope = "consilium",
        name = "event-forget",
        description = "Forgets a consumer whose bundle will not come back, with the events that were kept for it")
public class EventForgetCommand implements Action {
    @Argument(name = "consumer", required = true, description = "Its name as consilium:event-list shows it")
    String consumer;

    @Reference
    EventRepository repository;

    @Override
    public Object execute() {
        System.out.println(repository.forget(consumer) + " kept events were dropped");
        return null;
    }
}
