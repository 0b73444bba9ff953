package org.consilium.requests.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.platform.persistence.InstantConverter;

/** The patient's answers. Not part of the request's row: typing changes no version that a doctor looks at. */
@Entity(name = "Questionnaire")
@Table(name = "requests_questionnaire")
class QuestionnaireEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    /** What was typed and not sent yet, as JSON; {@code null} for nothing. */
    String typed;

    /** What was sent, as JSON; {@code null} while nothing was. */
    String answers;

    @Column(name = "answered_at")
    @Convert(converter = InstantConverter.class)
    Instant answeredAt;

    @Version
    long version;
}
