package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.FieldProblem;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.RouteDescription;

/**
 * A draft as its filer sees it.
 *
 * @param problems what is wrong, and what is missing on the steps before the present one
 */
public record Draft(
        UUID id,
        long version,
        DraftStep step,
        RouteDescription route,
        Profile profile,
        PersonSnapshot person,
        Represented represented,
        String email,
        String comment,
        UUID consultantId,
        Instant updatedAt,
        List<FieldProblem> problems) {}
