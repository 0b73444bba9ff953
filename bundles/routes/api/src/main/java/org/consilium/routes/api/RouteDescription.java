package org.consilium.routes.api;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All that the core knows of a route. It is stored as a row when a request first uses it, so that a running request needs only that
 * row and outlives the route's bundle. Everything from {@code consultantOrganisations} on may be {@code null} and then means what it
 * meant before there was such a member.
 *
 * @param id stable, lower case with dots, for example {@code general.patient}
 * @param version semantic version; a changed description needs a higher one
 * @param title shown in lists, never in mail
 * @param tab the tab of the new-request window; {@code null} for «Общие»
 * @param audience who is looked up in the registry and speaks with the doctor
 * @param profiles what can be chosen, at least one
 * @param notice shown above the route, for example the COVID rule; {@code null} for none
 * @param consultants who is offered
 * @param visitMinutes length of a visit that is asked of the schedule; 0 for a route without a visit
 * @param reasons to finish without a conclusion
 * @param consultantOrganisations ids of those whose doctors are offered, for {@link Consultants#NAMED}
 * @param users who may file a request; {@code null} for every doctor
 * @param steps of the wizard in their order; empty for those of the manual: {@code PROFILE}, {@code PERSON}, {@code CONTACT}, {@code CONSULTANT}, {@code SLOT}
 * @param conclusion the form of the conclusion; {@code null} for none
 * @param finishing the ways to finish; empty for all that are possible: without a conclusion, and those with one when there is a form for it
 * @param terms by urgency; empty when only the visit says when
 * @param stages after the submission; empty for {@link RouteStage#CONSULTATION} alone
 * @param questionnaire filled in by the patient on his page before the visit; {@code null} for none
 * @param redFlags answers to the questionnaire that lift a request to the top of the doctor's list
 */
public record RouteDescription(
        String id,
        String version,
        LocalText title,
        LocalText tab,
        Audience audience,
        List<Profile> profiles,
        LocalText notice,
        Consultants consultants,
        int visitMinutes,
        List<Reason> reasons,
        Set<UUID> consultantOrganisations,
        RouteUsers users,
        List<RouteStep> steps,
        RouteForm conclusion,
        Set<Finishing> finishing,
        List<Term> terms,
        List<RouteStage> stages,
        RouteForm questionnaire,
        List<RedFlag> redFlags) {
    private static final List<RouteStep> USUAL_STEPS = List.of(
            RouteStep.of(RouteStep.Kind.PROFILE),
            RouteStep.of(RouteStep.Kind.PERSON),
            RouteStep.of(RouteStep.Kind.CONTACT),
            RouteStep.of(RouteStep.Kind.CONSULTANT),
            RouteStep.of(RouteStep.Kind.SLOT));

    public RouteDescription {
        profiles = listOf(profiles);
        reasons = listOf(reasons);
        consultantOrganisations = sorted(consultantOrganisations);
        steps = listOf(steps);
        finishing = sorted(finishing);
        terms = listOf(terms);
        stages = listOf(stages);
        redFlags = listOf(redFlags);
    }

    /** A route with the steps of the manual and nothing beyond. */
    public RouteDescription(
            String id,
            String version,
            LocalText title,
            LocalText tab,
            Audience audience,
            List<Profile> profiles,
            LocalText notice,
            Consultants consultants,
            int visitMinutes,
            List<Reason> reasons) {
        this(
                id,
                version,
                title,
                tab,
                audience,
                profiles,
                notice,
                consultants,
                visitMinutes,
                reasons,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The steps of the wizard, those of the manual when the route says nothing. */
    public List<RouteStep> stepsOrUsual() {
        return steps.isEmpty() ? USUAL_STEPS : steps;
    }

    /** Whether the wizard has a step of the kind. */
    public boolean asks(RouteStep.Kind kind) {
        return stepsOrUsual().stream().anyMatch(step -> step.kind() == kind);
    }

    /** The stages, at least one. */
    public List<RouteStage> stagesOrUsual() {
        return stages.isEmpty() ? List.of(RouteStage.CONSULTATION) : stages;
    }

    /** Whether a coordinator names the consultant, so that the filer chooses the coordinator. */
    public boolean coordinated() {
        return stages.stream().anyMatch(stage -> stage.processor() == RouteStage.Processor.COORDINATOR);
    }

    /** The ways to finish, at least one. */
    public Set<Finishing> finishingOrUsual() {
        if (!finishing.isEmpty()) {
            return finishing;
        }
        return conclusion == null ? Set.of(Finishing.WITHOUT) : Set.of(Finishing.values());
    }

    private static <T> List<T> listOf(List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }

    /** In an order of its own, so that a description is written the same way each time. */
    static <T extends Comparable<T>> Set<T> sorted(Set<T> items) {
        return items == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(items));
    }

    /** Who is consulted. */
    public enum Audience {
        /** The patient speaks for himself. */
        PATIENT,
        /** A representative speaks for the patient. */
        REPRESENTATIVE,
        /** Doctors among themselves: no patient takes part, none gets a link or mail. */
        DOCTOR
    }

    /** Which consultants are offered. */
    public enum Consultants {
        OWN_ORGANISATION,
        /** Those of the organisations that the route names. */
        NAMED,
        REGION
    }
}
