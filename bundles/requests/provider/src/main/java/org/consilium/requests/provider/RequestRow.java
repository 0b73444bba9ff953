package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;
import org.consilium.routes.api.LocalText;

/**
 * A request in a list.
 *
 * @param ownTurn whether the present stage waits for the caller
 * @param dueAt by when it has to be done, {@code null} for no term
 * @param redFlags what the patient's answers raised, empty for nothing
 */
public record RequestRow(
        UUID id,
        String number,
        String name,
        String patientName,
        String representativeName,
        LocalText routeTitle,
        LocalText profileTitle,
        RequestState state,
        Outcome outcome,
        UUID filerId,
        String filerName,
        UUID consultantId,
        String consultantName,
        Instant visitStart,
        int visitMinutes,
        Instant submittedAt,
        Instant closedAt,
        String stage,
        boolean ownTurn,
        Instant dueAt,
        String urgency,
        List<LocalText> redFlags) {
    static RequestRow of(Caller caller, RequestEntity row) {
        return new RequestRow(
                row.uuid(),
                row.number,
                row.name,
                row.patientName,
                row.representativeName,
                new LocalText(row.routeTitleRu, row.routeTitleEn),
                new LocalText(row.profileTitleRu, row.profileTitleEn),
                row.state,
                row.outcome,
                UUID.fromString(row.filerId),
                row.filerName,
                UUID.fromString(row.consultantId),
                row.consultantName,
                row.visitStart,
                row.visitMinutes,
                row.submittedAt,
                row.closedAt,
                row.stage,
                caller.id().toString().equals(row.processorId),
                Terms.shown(row.dueAt),
                row.urgency,
                RedFlags.of(row));
    }
}
