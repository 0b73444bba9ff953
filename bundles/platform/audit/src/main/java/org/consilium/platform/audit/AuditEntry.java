package org.consilium.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;

/**
 * One audit row.
 *
 * @param at when
 * @param kind what sort of caller did it
 * @param callerId the account or the patient's link, {@code null} for the system
 * @param callerName the staff member's short name or the system actor's name
 * @param action {@code <domain>.<what>}
 * @param subject what it was done to
 * @param details ids, codes and flags
 */
public record AuditEntry(
        UUID id,
        Instant at,
        Caller.Kind kind,
        UUID callerId,
        String callerName,
        String action,
        UUID subject,
        Map<String, String> details) {}
