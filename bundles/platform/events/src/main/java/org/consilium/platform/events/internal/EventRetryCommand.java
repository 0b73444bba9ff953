package org.consilium.platform.events.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code consilium:event-retry [id]} */
@Service
@Command(scope = "consilium", name = "event-retry", description = "Tries parked events again")
public class EventRetryCommand implements Action {
    @Argument(
            name = "id",
            description = "The id of one event as consilium:event-list shows it; without it all parked ones")
    Long id;

    @Reference
    EventRepository repository;

    @Reference
    Dispatcher dispatcher;

    @Override
    public Object execute() {
        int retried = repository.retry(id);
        dispatcher.wake();
        System.out.println(retried + (retried == 1 ? " event is tried again" : " events are tried again"));
        return null;
    }
}
