package org.consilium.routes.api;

import java.util.List;

/**
 * All that the core knows of a route. It is stored as a row when a request first uses it, so that a running request needs only that
 * row and outlives the route's bundle.
 *
 * @param id stable, lower case with dots, for example {@code general.patient}
 * @param version semantic version; a changed description needs a higher one
 * @param title shown in lists, never in mail
 * @param tab the tab of the new-request window; {@code null} for «Общие»
 * @param audience who is looked up in the registry and speaks with the doctor
 * @param profiles what can be chosen, at least one
 * @param notice shown above the route, for example the COVID rule; {@code null} for none
 * @param consultants who is offered
 * @param visitMinutes length of a visit that is asked of the schedule
 * @param reasons to finish without a conclusion
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
        List<Reason> reasons) {
    public RouteDescription {
        profiles = profiles == null ? List.of() : List.copyOf(profiles);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** Who is consulted. */
    public enum Audience {
        PATIENT,
        REPRESENTATIVE
    }

    /** Which consultants are offered. */
    public enum Consultants {
        OWN_ORGANISATION,
        REGION
    }
}
