package org.consilium.platform.security.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.InstantConverter;

@Entity
@Table(name = "security_session")
class SessionEntity {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private Caller.Kind kind;

    @Column(name = "caller_id")
    private String callerId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "request_id")
    private String requestId;

    /** Comma list; role names hold no comma. */
    private String roles;

    @Column(name = "caller_name")
    private String callerName;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    @Column(name = "used_at")
    @Convert(converter = InstantConverter.class)
    private Instant usedAt;

    protected SessionEntity() {}

    SessionEntity(String tokenHash, Caller caller, Instant now) {
        this.tokenHash = tokenHash;
        kind = caller.kind();
        callerId = caller.id().toString();
        organisationId = text(caller.organisationId());
        requestId = text(caller.requestId());
        roles = String.join(",", caller.roles());
        callerName = caller.name();
        createdAt = now;
        usedAt = now;
    }

    String tokenHash() {
        return tokenHash;
    }

    Caller.Kind kind() {
        return kind;
    }

    UUID callerId() {
        return UUID.fromString(callerId);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant usedAt() {
        return usedAt;
    }

    Caller caller() {
        Set<String> names = roles.isEmpty() ? Set.of() : Set.of(roles.split(","));
        return new Caller(kind, callerId(), id(organisationId), id(requestId), names, callerName);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
