package org.consilium.platform.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditEntry;
import org.consilium.platform.audit.AuditLog;

/** Keeps what was audited, also when the transaction rolls back. */
public final class RecordingAudit implements AuditLog {
    public final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void append(Caller caller, String action, UUID subject, Map<String, String> details) {
        entries.add(new AuditEntry(
                Uuid7.next(),
                Instant.now(),
                caller.kind(),
                caller.id(),
                caller.name(),
                action,
                subject,
                Map.copyOf(details)));
    }

    @Override
    public List<AuditEntry> about(UUID subject) {
        return entries.stream().filter(entry -> subject.equals(entry.subject())).toList();
    }

    /** The actions in order. */
    public List<String> actions() {
        return entries.stream().map(AuditEntry::action).toList();
    }
}
