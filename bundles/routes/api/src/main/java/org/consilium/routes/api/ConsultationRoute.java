package org.consilium.routes.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A consultation route, registered as an OSGi service by a vendor's bundle. It never touches the database, mail or events: it is given
 * data and returns data. Every method is called on a thread of its own with a time limit of a few seconds, possibly several at once,
 * and answers the same for the same input. One that hangs, throws or returns nonsense costs its own request and nothing else.
 *
 * <p>A route without code is a JSON file of a {@link RouteDescription}: under {@code OSGI-INF/consilium/routes/} of any bundle with the
 * header {@code Consilium-Routes: true}, or in the folder {@code etc/routes/}. Its JSON Schema is {@code route.schema.json} beside this class.
 */
@ConsumerType
public interface ConsultationRoute {
    /** The description; asked once, when the service arrives. */
    RouteDescription describe();

    /**
     * What is wrong with the answers so far. Called after the forms' schemas are satisfied, whenever a draft changes and once more when
     * it is submitted.
     *
     * @return empty when nothing is
     */
    default List<AnswerProblem> check(RouteAnswers answers) {
        return List.of();
    }

    /** How a request with these answers is to be dealt with. Called when it is submitted. */
    default RoutePlan plan(RouteAnswers answers) {
        return RoutePlan.AS_DESCRIBED;
    }
}
