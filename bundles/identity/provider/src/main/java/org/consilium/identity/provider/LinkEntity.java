package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** A personal link; whether it is expired only its request knows. */
@Entity
@Table(name = "identity_link")
class LinkEntity {
    @Id
    private String id;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "issued_at")
    @Convert(converter = InstantConverter.class)
    private Instant issuedAt;

    @Column(name = "locked_at")
    @Convert(converter = InstantConverter.class)
    private Instant lockedAt;

    @Column(name = "revoked_at")
    @Convert(converter = InstantConverter.class)
    private Instant revokedAt;

    protected LinkEntity() {}

    LinkEntity(UUID id, UUID requestId, String tokenHash, Instant now) {
        this.id = id.toString();
        this.requestId = requestId.toString();
        this.tokenHash = tokenHash;
        issuedAt = now;
    }

    UUID id() {
        return UUID.fromString(id);
    }

    UUID requestId() {
        return UUID.fromString(requestId);
    }

    Instant issuedAt() {
        return issuedAt;
    }

    boolean isLocked() {
        return lockedAt != null;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void lock(Instant now) {
        if (lockedAt == null) {
            lockedAt = now;
        }
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
