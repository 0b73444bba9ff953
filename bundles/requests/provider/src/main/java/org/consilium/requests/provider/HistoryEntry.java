package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Map;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditEntry;

/**
 * One line of a request's history: who did what, when.
 *
 * @param text what was written to explain it, {@code null} for nothing
 */
public record HistoryEntry(
        Instant at, Caller.Kind actorKind, String actorName, String action, String text, Map<String, String> details) {
    static HistoryEntry of(AuditEntry entry, Map<String, String> explanations) {
        return new HistoryEntry(
                entry.at(),
                entry.kind(),
                entry.callerName(),
                entry.action(),
                explanations.get(entry.details().get("transition")),
                entry.details());
    }
}
