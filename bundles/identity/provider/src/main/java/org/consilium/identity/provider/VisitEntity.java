package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** The patient's side of one request: failed checks, openings, consent. Locked by whoever changes it or a link of the request. */
@Entity
@Table(name = "identity_visit")
class VisitEntity {
    static final int MAX_FAILURES = 5;

    @Id
    @Column(name = "request_id")
    private String requestId;

    /** Since the last success or the newest link. */
    private int failures;

    /** Since the newest link. */
    @Column(name = "failed_checks")
    private int failedChecks;

    @Column(name = "last_opened_at")
    @Convert(converter = InstantConverter.class)
    private Instant lastOpenedAt;

    @Column(name = "consent_at")
    @Convert(converter = InstantConverter.class)
    private Instant consentAt;

    @Column(name = "consent_version")
    private String consentVersion;

    @Column(name = "consent_text_hash")
    private String consentTextHash;

    @Column(name = "consent_method")
    private String consentMethod;

    @Column(name = "consent_link_id")
    private String consentLinkId;

    protected VisitEntity() {}

    VisitEntity(UUID requestId) {
        this.requestId = requestId.toString();
    }

    int failedChecks() {
        return failedChecks;
    }

    Instant lastOpenedAt() {
        return lastOpenedAt;
    }

    Instant consentAt() {
        return consentAt;
    }

    boolean isConsented() {
        return consentAt != null;
    }

    /** A new link brings new attempts. */
    void linkIssued() {
        failures = 0;
        failedChecks = 0;
    }

    /** @return how many attempts are left */
    int checkFailed() {
        failures++;
        failedChecks++;
        return Math.max(0, MAX_FAILURES - failures);
    }

    void opened(Instant now) {
        failures = 0;
        lastOpenedAt = now;
    }

    void consent(UUID linkId, String version, String textHash, String method, Instant now) {
        consentAt = now;
        consentVersion = version;
        consentTextHash = textHash;
        consentMethod = method;
        consentLinkId = linkId.toString();
    }
}
