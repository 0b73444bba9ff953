package org.consilium.requests.provider;

import java.util.Set;
import org.consilium.routes.api.RouteStep;

/**
 * The names of the wizard's steps: those of the core by their kind, a route's form by its id, which is in lower case. The profile
 * is chosen before there is a draft.
 */
final class DraftStep {
    static final String PERSON = RouteStep.Kind.PERSON.name();
    static final String REPRESENTED = RouteStep.Kind.REPRESENTED.name();
    static final String DOCUMENTS = RouteStep.Kind.DOCUMENTS.name();
    static final String CONTACT = RouteStep.Kind.CONTACT.name();
    static final String CONSULTANT = RouteStep.Kind.CONSULTANT.name();
    static final String SLOT = RouteStep.Kind.SLOT.name();

    /** Where a draft stands that has all its steps behind it. */
    static final String END = "END";

    private static final Set<RouteStep.Kind> BEFORE_THE_DRAFT = Set.of(RouteStep.Kind.PROFILE);

    private DraftStep() {}

    static boolean isOfDraft(RouteStep step) {
        return !BEFORE_THE_DRAFT.contains(step.kind());
    }

    static String nameOf(RouteStep step) {
        return step.kind() == RouteStep.Kind.FORM ? step.id() : step.kind().name();
    }
}
