package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.requests.api.Identification;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.Reason;

/**
 * A request in its window.
 *
 * @param person who was found in the registry: the patient, or the representative when {@code represented} is there
 * @param forms the forms of its route with what was answered, in their order
 * @param questionnaire of the patient; {@code null} when its route has none
 * @param redFlags what his answers raised
 * @param reasons for finishing without a conclusion, as the route had them when the request was filed
 * @param outcomeText what was written when it was finished or cancelled
 * @param identification that the consultant made sure who the patient is; {@code null} for not yet
 * @param patientName {@code null} when no patient takes part, as {@code person} and {@code email}
 * @param phone of the patient's side, for the consultant when the video fails; {@code null} for none
 * @param consultantId {@code null} while the coordinator has to name one
 * @param coordinatorId {@code null} on a route without a coordinator's stage
 * @param visitStart {@code null} for a request without a visit
 * @param stage the present stage of its route
 * @param stageTitle {@code null} on a route with one stage
 * @param returnReason what has to be mended, while it was given back to its filer; else {@code null}
 * @param processorId whose turn it is; {@code null} for nobody's
 * @param dueAt by when it has to be done
 * @param urgency one of the route's urgencies; {@code null} when the route knows none
 */
public record Request(
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
        PersonSnapshot person,
        Represented represented,
        String email,
        String phone,
        String comment,
        List<AnsweredForm> forms,
        AnsweredQuestionnaire questionnaire,
        List<LocalText> redFlags,
        List<Reason> reasons,
        OutcomeReason outcomeReason,
        String outcomeText,
        String organisationName,
        String routeKey,
        Identification identification,
        String stage,
        LocalText stageTitle,
        String returnReason,
        UUID processorId,
        Instant dueAt,
        String urgency,
        long version,
        Rights rights) {}
