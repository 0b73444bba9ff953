package org.consilium.signing.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** The sealed record of a consultation. */
@Entity
@Table(name = "signing_record")
class RecordEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "sealed_at")
    @Convert(converter = InstantConverter.class)
    Instant sealedAt;

    String seal;

    @Column(name = "record_text")
    String text;
}
