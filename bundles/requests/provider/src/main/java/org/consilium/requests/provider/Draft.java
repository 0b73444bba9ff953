package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.FieldProblem;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.Urgency;

/**
 * A draft as its filer sees it.
 *
 * @param steps the steps from now on in their order: kinds, and ids of the route's forms; those that are left out here are not among them
 * @param answerProblems what the route's own code says about the answers
 * @param problems what is wrong, and what is missing on the steps before the present one
 */
public record Draft(
        UUID id,
        long version,
        String step,
        RouteDescription route,
        Profile profile,
        PersonSnapshot person,
        Represented represented,
        String email,
        String phone,
        String comment,
        UUID consultantId,
        Urgency urgency,
        Map<String, Map<String, Object>> forms,
        List<DraftDocument> documents,
        List<String> steps,
        List<AnswerProblem> answerProblems,
        Instant updatedAt,
        List<FieldProblem> problems) {}
