package org.consilium.routes.api;

import java.util.Map;

/**
 * What was filled in, as a route may look at it: no names and no numbers of persons.
 *
 * @param profile code of the chosen profile
 * @param urgency {@code null} when the route knows no terms
 * @param forms the answers to each form step by the step's id, JSON objects as text; a form that was not reached yet is missing
 * @param patientAge full years; {@code null} while the patient is not known
 * @param patientSex {@code MALE} or {@code FEMALE}; {@code null} while the patient is not known
 */
public record RouteAnswers(
        String profile, Urgency urgency, Map<String, String> forms, Integer patientAge, String patientSex) {
    public RouteAnswers {
        forms = forms == null ? Map.of() : Map.copyOf(forms);
    }
}
