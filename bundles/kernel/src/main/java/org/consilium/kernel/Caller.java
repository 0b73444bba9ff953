package org.consilium.kernel;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks. Services take it as their first argument and check the right on the object themselves; no right follows from
 * having reached a method. Immutable.
 *
 * @param kind what sort of caller this is
 * @param id the account of a staff member, the personal link of a patient, the token of a service, {@code null} for the system
 * @param organisationId the medical organisation of a staff member or a service, else {@code null}
 * @param requestId the one request that a patient may see, else {@code null}
 * @param roles role names of a staff member, see the constants of this class
 * @param name a staff member's short name («Щербаков П. И.») or the name of a service or of a system actor; never a patient's name
 */
public record Caller(Kind kind, UUID id, UUID organisationId, UUID requestId, Set<String> roles, String name) {
    /** May file and take requests. */
    public static final String DOCTOR = "DOCTOR";
    /** May manage schedules of the own organisation. */
    public static final String SCHEDULER = "SCHEDULER";
    /** May go on with an executed request in which he takes part. */
    public static final String REOPENER = "REOPENER";
    /** May accept or return requests that wait at a coordinator's stage; beside {@link #DOCTOR}. */
    public static final String COORDINATOR = "COORDINATOR";
    /** Regional operator: settings and health, no medical content. */
    public static final String OPERATOR = "OPERATOR";

    /** The sorts of callers. */
    public enum Kind {
        STAFF,
        PATIENT,
        /** Another system of an organisation, by its service token. */
        SERVICE,
        SYSTEM
    }

    public Caller {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
    }

    /** A logged-in member of staff. */
    public static Caller staff(UUID accountId, UUID organisationId, Set<String> roles, String name) {
        return new Caller(Kind.STAFF, Objects.requireNonNull(accountId), organisationId, null, roles, name);
    }

    /** A patient or representative who opened the personal link of one request. */
    public static Caller patient(UUID linkId, UUID requestId) {
        return new Caller(
                Kind.PATIENT,
                Objects.requireNonNull(linkId),
                null,
                Objects.requireNonNull(requestId),
                Set.of(),
                "patient");
    }

    /** Another system of an organisation. It may do only what is meant for services, and only with what is its organisation's. */
    public static Caller service(UUID tokenId, UUID organisationId, String name) {
        return new Caller(
                Kind.SERVICE,
                Objects.requireNonNull(tokenId),
                Objects.requireNonNull(organisationId),
                null,
                Set.of(),
                name);
    }

    /** The platform itself, for example an event's consumer. It may do everything; the name stands in the audit trail. */
    public static Caller system(String name) {
        return new Caller(Kind.SYSTEM, null, null, null, Set.of(), name);
    }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }

    public boolean isPatient() {
        return kind == Kind.PATIENT;
    }

    public boolean isService() {
        return kind == Kind.SERVICE;
    }

    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
