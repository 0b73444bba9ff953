package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.conferencing.api.Listener;
import org.consilium.platform.persistence.InstantConverter;

/** A colleague who was asked to watch. */
@Entity
@Table(name = "conferencing_listener")
class ListenerEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "account_id")
    String accountId;

    @Enumerated(EnumType.STRING)
    Listener.State state = Listener.State.ASKED;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_at")
    @Convert(converter = InstantConverter.class)
    Instant askedAt;

    protected ListenerEntity() {}

    ListenerEntity(UUID id, UUID requestId, UUID accountId, UUID askedBy, Instant at) {
        this.id = id.toString();
        this.requestId = requestId.toString();
        this.accountId = accountId.toString();
        this.askedBy = askedBy.toString();
        askedAt = at;
    }

    UUID account() {
        return UUID.fromString(accountId);
    }
}
