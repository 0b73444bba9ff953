package org.consilium.requests.provider;

import java.util.Map;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RouteForm;

/**
 * A form of a request's route, as it was when it was answered.
 *
 * @param title {@code null} for a form without one
 * @param answers by the names of the form's schema
 */
public record AnsweredForm(String id, LocalText title, RouteForm form, Map<String, Object> answers) {}
