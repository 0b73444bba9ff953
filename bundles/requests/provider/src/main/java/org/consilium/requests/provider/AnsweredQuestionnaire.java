package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Map;
import org.consilium.routes.api.RouteForm;

/**
 * The questionnaire of a request's route with what the patient sent.
 *
 * @param answers by the names of the form's schema; empty while nothing was sent
 * @param answeredAt when it was sent last; {@code null} for not yet
 */
public record AnsweredQuestionnaire(RouteForm form, Map<String, Object> answers, Instant answeredAt) {}
