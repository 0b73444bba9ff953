package org.consilium.requests.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.audit.TraceSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The transitions of a request, without what was written to explain them. */
@Component(service = TraceSource.class)
public class RequestTrace implements TraceSource {
    private final TransitionRepository transitions;

    @Activate
    public RequestTrace(@Reference TransitionRepository transitions) {
        this.transitions = transitions;
    }

    @Override
    public String domain() {
        return "requests";
    }

    @Override
    public List<TraceEntry> trace(UUID requestId) {
        return transitions.of(requestId).stream().map(RequestTrace::line).toList();
    }

    private static TraceEntry line(TransitionEntity row) {
        return new TraceEntry(
                row.at,
                TraceEntry.Kind.TRANSITION,
                row.step.name(),
                row.actorKind == Caller.Kind.PATIENT ? null : row.actorName,
                TraceEntry.Outcome.DONE,
                null,
                state(row.stateBefore.name(), row.stageBefore) + " → " + state(row.stateAfter.name(), row.stageAfter));
    }

    private static String state(String state, String stage) {
        return stage == null ? state : state + " " + stage;
    }
}
