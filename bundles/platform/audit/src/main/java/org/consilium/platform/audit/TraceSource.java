package org.consilium.platform.audit;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What one bundle knows of the way of a request, for an operator who looks for what went wrong. Found as a service; whoever collects checks
 * the right. Thread-safe.
 */
@ConsumerType
public interface TraceSource {
    /** Whose part it is, for example {@code notifications}. */
    String domain();

    /** At most 1,000 lines, in any order. */
    List<TraceEntry> trace(UUID requestId);
}
