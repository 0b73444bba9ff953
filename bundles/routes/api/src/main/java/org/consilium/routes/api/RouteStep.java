package org.consilium.routes.api;

/**
 * One step of the wizard.
 *
 * @param kind what is asked
 * @param id under which a form's answers are kept, lower case with hyphens, each once; {@code null} for every other kind
 * @param title heading of a form; {@code null} keeps the heading of the kind
 * @param form what a step of the kind {@link Kind#FORM} asks; {@code null} for every other kind
 * @param whenAway what becomes of the step in an installation without the domain that it needs; {@code null} for {@link WhenAway#WAIT}
 */
public record RouteStep(Kind kind, String id, LocalText title, RouteForm form, WhenAway whenAway) {
    /** A step of the core. */
    public static RouteStep of(Kind kind) {
        return new RouteStep(kind, null, null, null, null);
    }

    /** The kinds of steps. */
    public enum Kind {
        /** The medical-care profile, chosen with the route; only as the first step. Left out: the route's only profile. */
        PROFILE,
        /** The patient, or who speaks for him, is found in the registry. */
        PERSON,
        /** The patient for whom a representative speaks. Left out: he is asked for with the contact. */
        REPRESENTED,
        /** A form of the route's own. */
        FORM,
        /** Files for the consultant. */
        DOCUMENTS,
        /** E-mail of the patient's side and a comment. */
        CONTACT,
        /** Who consults. Left out: the filer himself, or whom the route's stages name. */
        CONSULTANT,
        /** When. Left out: the request has no visit and is answered within its term. */
        SLOT
    }

    /** What becomes of a step whose domain is not installed. */
    public enum WhenAway {
        /** The wizard waits for it. */
        WAIT,
        /** The step is left out. */
        LEAVE_OUT,
        /** The route is not offered. */
        UNAVAILABLE
    }
}
