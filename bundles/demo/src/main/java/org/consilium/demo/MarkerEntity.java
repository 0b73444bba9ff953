package org.consilium.demo;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** A part of the demo that this database holds. */
@Entity
@Table(name = "demo_marker")
class MarkerEntity {
    @Id
    @Column(length = 40)
    String part;

    @Column(name = "made_at")
    @Convert(converter = InstantConverter.class)
    Instant madeAt;

    protected MarkerEntity() {}

    MarkerEntity(String part, Instant madeAt) {
        this.part = part;
        this.madeAt = madeAt;
    }
}
