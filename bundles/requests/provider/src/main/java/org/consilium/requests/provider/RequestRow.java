package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;
import org.consilium.routes.api.LocalText;

/** A request in a list. */
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
        Instant closedAt) {
    static RequestRow of(RequestEntity row) {
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
                row.closedAt);
    }
}
