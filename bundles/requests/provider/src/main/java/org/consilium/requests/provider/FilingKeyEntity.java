package org.consilium.requests.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** The key under which a service files one request, however often it tries. */
@Entity(name = "FilingKey")
@Table(name = "requests_filing_key")
class FilingKeyEntity {
    /** Hash of the service's token and its key. */
    @Id
    String id;

    /** Hash of what was filed. */
    String fingerprint;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    Instant createdAt;
}
