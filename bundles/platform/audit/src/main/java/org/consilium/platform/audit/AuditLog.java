package org.consilium.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Who did what, when. Rows are never changed or deleted. Thread-safe. */
@ProviderType
public interface AuditLog {
    /**
     * Appends a row in the caller's transaction; without one, in a transaction of its own.
     *
     * @param action {@code <domain>.<what>}, for example {@code requests.submitted}, {@code documents.downloaded}
     * @param subject what it was done to, mostly the id of a request; {@code null} for none
     * @param details ids, codes and flags; no personal data
     */
    void append(Caller caller, String action, UUID subject, Map<String, String> details);

    /** The rows about a subject, oldest first, at most 1,000. The caller of this method checks the right. */
    List<AuditEntry> about(UUID subject);
}
