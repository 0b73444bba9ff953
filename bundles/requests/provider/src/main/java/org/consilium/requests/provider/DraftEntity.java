package org.consilium.requests.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.platform.persistence.InstantConverter;

@Entity(name = "Draft")
@Table(name = "requests_draft")
class DraftEntity {
    @Id
    String id;

    @Column(name = "filer_id")
    String filerId;

    @Column(name = "route_key")
    String routeKey;

    @Column(name = "profile_code")
    String profileCode;

    String step;

    String content;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    Instant createdAt;

    @Column(name = "updated_at")
    @Convert(converter = InstantConverter.class)
    Instant updatedAt;

    @Version
    long version;
}
