package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Map;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditEntry;

/** One line of a request's history: who did what, when. */
public record HistoryEntry(
        Instant at, Caller.Kind actorKind, String actorName, String action, Map<String, String> details) {
    static HistoryEntry of(AuditEntry entry) {
        return new HistoryEntry(entry.at(), entry.kind(), entry.callerName(), entry.action(), entry.details());
    }
}
