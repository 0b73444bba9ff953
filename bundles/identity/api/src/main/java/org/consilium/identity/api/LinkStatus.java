package org.consilium.identity.api;

import java.time.Instant;

/**
 * What the doctor sees of a request's links.
 *
 * @param state the state of the newest link
 * @param issuedAt when the newest link was made
 * @param lastOpenedAt when the patient last passed the check, {@code null} for never
 * @param failedAttempts wrong answers to the check since the newest link was made
 * @param consentAt when the consent was given, {@code null} for not yet
 */
public record LinkStatus(State state, Instant issuedAt, Instant lastOpenedAt, int failedAttempts, Instant consentAt) {
    /** States of a link. */
    public enum State {
        NONE,
        ACTIVE,
        LOCKED,
        REVOKED,
        EXPIRED
    }
}
