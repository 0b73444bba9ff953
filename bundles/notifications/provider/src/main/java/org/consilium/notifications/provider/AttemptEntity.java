package org.consilium.notifications.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.persistence.InstantConverter;

/** One attempt to hand over a mail; never changed. */
@Entity
@Table(name = "notifications_attempt")
class AttemptEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    @Column(name = "at_time")
    @Convert(converter = InstantConverter.class)
    Instant at;

    int attempt;

    /** Where the mail was after it. */
    @Enumerated(EnumType.STRING)
    MailState state;

    String error;

    static AttemptEntity of(MailEntity mail, Instant now, String error) {
        AttemptEntity row = new AttemptEntity();
        row.id = Uuid7.next().toString();
        row.requestId = mail.requestId;
        row.kind = mail.kind;
        row.at = now;
        row.attempt = mail.attempts;
        row.state = mail.state;
        row.error = error;
        return row;
    }
}
