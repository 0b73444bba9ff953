package org.consilium.requests.provider;

import java.util.List;
import java.util.function.Predicate;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteStep;

/** The steps of one draft in their order: those of its route without what is left out here. */
record DraftSteps(List<RouteStep> steps) {
    /** @param missing whether the domain that a kind needs is not installed here */
    static DraftSteps of(RouteDescription route, Predicate<RouteStep.Kind> missing) {
        return new DraftSteps(route.stepsOrUsual().stream()
                .filter(DraftStep::isOfDraft)
                .filter(step -> step.whenAway() != RouteStep.WhenAway.LEAVE_OUT || !missing.test(step.kind()))
                .toList());
    }

    /** Whether the route can be used at all. */
    static boolean available(RouteDescription route, Predicate<RouteStep.Kind> missing) {
        return route.stepsOrUsual().stream()
                .noneMatch(step -> step.whenAway() == RouteStep.WhenAway.UNAVAILABLE && missing.test(step.kind()));
    }

    List<String> names() {
        return steps.stream().map(DraftStep::nameOf).toList();
    }

    String first() {
        return steps.isEmpty() ? DraftStep.END : DraftStep.nameOf(steps.get(0));
    }

    boolean has(String step) {
        return names().contains(step);
    }

    boolean has(RouteStep.Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    List<RouteStep> forms() {
        return steps.stream().filter(step -> step.kind() == RouteStep.Kind.FORM).toList();
    }

    /** Whether a step lies behind somebody who stands at another; one that is not there does not. */
    boolean isPassed(String step, String reached) {
        List<String> names = names();
        int at = names.indexOf(step);
        return at >= 0 && (reached.equals(DraftStep.END) || at < names.indexOf(reached));
    }
}
