package org.consilium.notifications.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.notifications.api.Mail;
import org.consilium.platform.persistence.InstantConverter;

/**
 * A mail's row. Once the mail is sent or given up it holds neither the address nor the text, in which the personal
 * link stands.
 */
@Entity
@Table(name = "notifications_mail")
class MailEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    String occasion;

    String recipient;

    String subject;

    String body;

    String calendar;

    @Enumerated(EnumType.STRING)
    MailState state;

    @Column(name = "state_at")
    @Convert(converter = InstantConverter.class)
    Instant stateAt;

    /** When it is tried next. */
    @Column(name = "due_at")
    @Convert(converter = InstantConverter.class)
    Instant dueAt;

    @Column(name = "valid_until")
    @Convert(converter = InstantConverter.class)
    Instant validUntil;

    int attempts;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    Instant createdAt;

    static MailEntity of(UUID id, NewMail mail, Instant now) {
        MailEntity entity = new MailEntity();
        entity.id = id.toString();
        entity.requestId = mail.requestId().toString();
        entity.kind = mail.kind();
        entity.occasion = mail.occasion();
        entity.recipient = mail.recipient();
        entity.subject = mail.subject();
        entity.body = mail.body();
        entity.calendar = mail.calendar();
        entity.state = MailState.QUEUED;
        entity.stateAt = now;
        entity.dueAt = now;
        entity.validUntil = mail.validUntil();
        entity.createdAt = now;
        return entity;
    }

    /** Ends the mail's life in the queue. */
    void finish(MailState end, Instant now, String error) {
        state = end;
        stateAt = now;
        lastError = error;
        recipient = "";
        body = "";
        calendar = null;
    }

    Mail toMail() {
        return new Mail(UUID.fromString(id), recipient, subject, body, calendar);
    }

    JournalEntry toEntry() {
        return new JournalEntry(kind, stateAt, state, attempts);
    }
}
