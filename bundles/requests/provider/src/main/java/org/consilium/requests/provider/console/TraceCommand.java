package org.consilium.requests.provider.console;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.requests.provider.Trace;
import org.consilium.requests.provider.Traces;

/** {@code consilium:trace} */
@Service
@Command(
        scope = "consilium",
        name = "trace",
        description = "Shows what became of a request: transitions, acts, events, deliveries, mails")
public class TraceCommand implements Action {
    @Argument(name = "request", required = true, description = "Its number, such as 2026-000123, or its id")
    String request;

    @Reference
    Traces traces;

    @Override
    public Object execute() {
        Trace trace = traces.trace(Caller.system("console"), request);
        System.out.println(trace.number() + "  " + trace.id() + "  " + trace.routeId() + "  " + trace.state());
        ShellTable table = new ShellTable();
        for (String column : new String[] {"Time", "Kind", "What", "Outcome", "Attempt", "Who", "Detail"}) {
            table.column(column);
        }
        for (TraceEntry entry : trace.entries()) {
            table.addRow()
                    .addContent(
                            entry.at(),
                            entry.kind(),
                            entry.what(),
                            entry.outcome(),
                            Objects.toString(entry.attempt(), ""),
                            Objects.toString(entry.who(), ""),
                            Objects.toString(entry.detail(), ""));
        }
        table.print(System.out);
        trace.missing().forEach(domain -> System.out.println("missing: " + domain + " is away, its part is not shown"));
        return null;
    }
}
