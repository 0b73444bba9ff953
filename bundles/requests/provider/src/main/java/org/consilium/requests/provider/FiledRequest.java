package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;

/**
 * A request as a system of its filer's organisation follows it: nothing of the patient and of the answers.
 *
 * @param reason code of the reason with which it was finished without a conclusion
 * @param stage the present stage of its route
 * @param dueAt by when it has to be done
 */
public record FiledRequest(
        UUID id,
        String number,
        String routeId,
        String profile,
        RequestState state,
        String stage,
        Outcome outcome,
        String reason,
        UUID doctorId,
        UUID consultantId,
        String consultantName,
        Instant visitStart,
        int visitMinutes,
        Instant submittedAt,
        Instant dueAt,
        Instant closedAt) {
    static FiledRequest of(RequestEntity row, String routeId) {
        return new FiledRequest(
                row.uuid(),
                row.number,
                routeId,
                row.profileCode,
                row.state,
                row.stage,
                row.outcome,
                row.reasonCode,
                UUID.fromString(row.filerId),
                row.consultantId == null ? null : UUID.fromString(row.consultantId),
                row.consultantName,
                row.visitStart,
                row.visitMinutes,
                row.submittedAt,
                Terms.shown(row.dueAt),
                row.closedAt);
    }
}
