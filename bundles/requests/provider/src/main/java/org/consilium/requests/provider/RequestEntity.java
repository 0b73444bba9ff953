package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.requests.api.Identification;

/** The whole of a request. */
@Entity(name = "Request")
@Table(name = "requests_request")
class RequestEntity extends RequestHead {
    @Column(name = "reason_code")
    String reasonCode;

    @Column(name = "outcome_text")
    String outcomeText;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "organisation_name")
    String organisationName;

    String person;

    String represented;

    /** Answers to the route's forms by their ids, as JSON. */
    String answers;

    String email;

    String phone;

    @Column(name = "comment_text")
    String comment;

    @Enumerated(EnumType.STRING)
    @Column(name = "identification_method")
    Identification.Method identificationMethod;

    @Column(name = "identification_at")
    @Convert(converter = InstantConverter.class)
    Instant identificationAt;

    @Column(name = "identification_by")
    String identificationBy;

    @Version
    long version;

    /** {@code null} while nobody made sure who the patient is. */
    Identification identification() {
        return identificationMethod == null
                ? null
                : new Identification(identificationMethod, identificationAt, UUID.fromString(identificationBy));
    }
}
