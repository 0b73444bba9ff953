package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.requests.api.RequestState;

/**
 * The way of a request through all domains, for an operator: nothing of the patient.
 *
 * @param entries in the order of their times
 * @param missing domains that are installed but did not answer: their part is not among the entries
 */
public record Trace(
        UUID id,
        String number,
        String routeId,
        RequestState state,
        Instant submittedAt,
        List<TraceEntry> entries,
        List<String> missing) {}
