package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Map;
import org.consilium.routes.api.RouteForm;

/**
 * The questionnaire as its patient sees it.
 *
 * @param form {@code null} when the route of the request has none
 * @param answers what was typed last, sent or not
 * @param answeredAt when it was sent last; {@code null} for not yet
 * @param unsent whether something of the answers was typed and not sent
 * @param open whether it can be filled in and corrected: until the visit begins
 */
public record VisitQuestionnaire(
        RouteForm form, Map<String, Object> answers, Instant answeredAt, boolean unsent, boolean open) {
    static final VisitQuestionnaire NONE = new VisitQuestionnaire(null, Map.of(), null, false, false);
}
