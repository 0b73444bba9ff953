package org.consilium.platform.audit.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditEntry;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.audit.TraceSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit rows about a request. */
@Component(service = TraceSource.class)
public class AuditTrace implements TraceSource {
    private final AuditLog audit;

    @Activate
    public AuditTrace(@Reference AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String domain() {
        return "audit";
    }

    @Override
    public List<TraceEntry> trace(UUID requestId) {
        return audit.about(requestId).stream().map(AuditTrace::line).toList();
    }

    private static TraceEntry line(AuditEntry entry) {
        return new TraceEntry(
                entry.at(),
                TraceEntry.Kind.ACT,
                entry.action(),
                entry.kind() == Caller.Kind.PATIENT ? null : entry.callerName(),
                TraceEntry.Outcome.DONE,
                null,
                details(entry.details()));
    }

    private static String details(Map<String, String> details) {
        return details.isEmpty()
                ? null
                : new TreeMap<>(details)
                        .entrySet().stream()
                                .map(detail -> detail.getKey() + " " + detail.getValue())
                                .collect(Collectors.joining(", "));
    }
}
