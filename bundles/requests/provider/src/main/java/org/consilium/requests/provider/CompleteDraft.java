package org.consilium.requests.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.ConsiliumException;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RoutePlan;
import org.consilium.routes.api.RouteStage;
import org.consilium.routes.api.Term;
import org.consilium.routes.api.Urgency;

/**
 * A draft that was found complete and right, in normal form.
 *
 * @param version of the draft that was looked at
 * @param person fresh from the registry; {@code null} when no patient takes part
 * @param represented {@code null} when the patient speaks for himself
 * @param coordinator whom the filer chose on a coordinated route, else {@code null}
 * @param consultant {@code null} on a coordinated route
 * @param visit whether a visit belongs to it
 * @param answers to the route's forms by their ids, as JSON; {@code null} for none
 * @param documents of the filer's own for the consultant
 * @param urgency as the filer chose it; {@code null} for none
 * @param plan what the route's own code wants beyond the description
 */
record CompleteDraft(
        long version,
        String routeKey,
        RouteDescription route,
        Profile profile,
        PersonSnapshot person,
        Represented represented,
        String email,
        String phone,
        String comment,
        StaffMember filer,
        StaffMember coordinator,
        StaffMember consultant,
        boolean visit,
        String answers,
        List<UUID> documents,
        Urgency urgency,
        RoutePlan plan) {
    /** What the route's code says, else what the filer chose; {@code null} when the route knows no terms. */
    Urgency effectiveUrgency() {
        return plan.urgency() != null ? plan.urgency() : urgency;
    }

    /**
     * The stage to begin with.
     *
     * @throws ConsiliumException 409 {@code requests.route-failed} when the route's code passes over the coordinator, so that nobody consults
     */
    RouteStage firstStage() {
        List<RouteStage> stages = route.stagesOrUsual();
        RouteStage first = stages.stream()
                .filter(stage -> stage.id().equals(plan.stage()))
                .findFirst()
                .orElse(stages.get(0));
        if (first.processor() == RouteStage.Processor.CONSULTANT && consultant == null) {
            throw ConsiliumException.conflict("requests.route-failed", "the route's first stage has nobody");
        }
        return first;
    }

    /** From the submission on; {@code null} when only the visit says when. */
    Integer termMinutes() {
        if (plan.termMinutes() != null) {
            return plan.termMinutes();
        }
        Urgency effective = effectiveUrgency();
        return route.terms().stream()
                .filter(term -> term.urgency() == effective)
                .map(Term::minutes)
                .findFirst()
                .orElse(null);
    }

    /** @return {@code null} when none takes part */
    PersonName patient() {
        return patient(person, represented);
    }

    static PersonName patient(PersonSnapshot person, Represented represented) {
        if (represented != null) {
            return represented.fullName();
        }
        return person == null ? null : person.fullName();
    }

    /** @return {@code null} when the patient speaks for himself */
    PersonName representative() {
        return represented == null ? null : person.fullName();
    }

    String patientKey() {
        return patientKey(person, represented);
    }

    /** Under which the patient cannot be in two visits at once; the typed patient has no id of the registry. */
    static String patientKey(PersonSnapshot person, Represented represented) {
        return represented == null
                ? person.personId()
                : "represented:" + DescribedRoutes.sha256(represented.identity());
    }
}
