package org.consilium.requests.provider;

import java.util.Map;

/**
 * What the patient typed.
 *
 * @param answers by the names of the questionnaire's schema
 */
public record QuestionnaireAnswers(Map<String, Object> answers) {}
