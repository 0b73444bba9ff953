package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

@Entity
@Table(name = "identity_organisation")
class OrganisationEntity {
    @Id
    private String id;

    private String name;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    protected OrganisationEntity() {}

    OrganisationEntity(UUID id, String name, Instant now) {
        this.id = id.toString();
        this.name = name;
        this.createdAt = now;
    }

    UUID id() {
        return UUID.fromString(id);
    }

    String name() {
        return name;
    }
}
