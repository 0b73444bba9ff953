package org.consilium.platform.events.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code consilium:event-list} */
@Service
@Command(
        scope = "consilium",
        name = "event-list",
        description = "Lists events that no consumer handled yet, oldest first, at most 200")
public class EventListCommand implements Action {
    @Reference
    EventRepository repository;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : new String[] {"Id", "State", "Attempts", "Event", "Consumer", "Since", "Last error"}) {
            table.column(column);
        }
        table.emptyTableText("Every event was handled");
        for (PendingDelivery delivery : repository.pending()) {
            table.addRow()
                    .addContent(
                            delivery.id(),
                            delivery.parked() ? "parked" : "waiting",
                            delivery.attempts(),
                            delivery.eventType(),
                            delivery.consumer(),
                            delivery.createdAt(),
                            delivery.lastError() == null ? "" : delivery.lastError());
        }
        table.print(System.out);
        return null;
    }
}
