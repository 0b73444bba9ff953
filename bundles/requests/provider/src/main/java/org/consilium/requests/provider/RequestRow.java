package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RouteDescription;

/**
 * A request in a list.
 *
 * @param stageTitle {@code null} on a route with one stage
 * @param returned whether its filer has to mend it
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
        UUID coordinatorId,
        String coordinatorName,
        Instant visitStart,
        int visitMinutes,
        Instant submittedAt,
        Instant closedAt,
        String stage,
        LocalText stageTitle,
        boolean returned,
        boolean ownTurn,
        Instant dueAt,
        String urgency,
        List<LocalText> redFlags) {
    static RequestRow of(Caller caller, RequestHead row, RouteDescription route) {
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
                RequestHead.uuid(row.consultantId),
                row.consultantName,
                RequestHead.uuid(row.coordinatorId),
                row.coordinatorName,
                row.visitStart,
                row.visitMinutes,
                row.submittedAt,
                row.closedAt,
                row.stage,
                RequestViews.stageTitle(route, row),
                row.returnReason != null,
                row.isProcessor(caller),
                Terms.shown(row.dueAt),
                row.urgency,
                RedFlags.of(row));
    }
}
