package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.InstantConverter;

@Entity
@Table(name = "identity_service_token")
class ServiceTokenEntity {
    @Id
    private String id;

    @Column(name = "organisation_id")
    private String organisationId;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantConverter.class)
    private Instant expiresAt;

    @Column(name = "used_at")
    @Convert(converter = InstantConverter.class)
    private Instant usedAt;

    @Column(name = "revoked_at")
    @Convert(converter = InstantConverter.class)
    private Instant revokedAt;

    protected ServiceTokenEntity() {}

    ServiceTokenEntity(NewServiceToken wanted, String tokenHash, Instant now) {
        id = wanted.id().toString();
        organisationId = wanted.organisationId().toString();
        name = wanted.name().strip();
        this.tokenHash = tokenHash;
        createdAt = now;
        expiresAt = wanted.expiresAt();
    }

    UUID id() {
        return UUID.fromString(id);
    }

    boolean isGood(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean wasUsedSince(Instant since) {
        return usedAt != null && !usedAt.isBefore(since);
    }

    /** @return whether it was not revoked before */
    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    Caller caller() {
        return Caller.service(id(), UUID.fromString(organisationId), name);
    }

    ServiceToken toToken(String organisation) {
        return new ServiceToken(
                id(), UUID.fromString(organisationId), organisation, name, createdAt, expiresAt, usedAt, revokedAt);
    }
}
