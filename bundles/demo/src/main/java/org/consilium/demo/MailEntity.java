package org.consilium.demo;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.notifications.api.Mail;
import org.consilium.platform.persistence.InstantConverter;

/** A mail that would have been sent. */
@Entity
@Table(name = "demo_mail")
class MailEntity {
    @Id
    @Column(length = 36)
    String id;

    @Column(name = "received_at")
    @Convert(converter = InstantConverter.class)
    Instant receivedAt;

    String recipient;
    String subject;
    String body;
    String calendar;

    protected MailEntity() {}

    MailEntity(Mail mail, Instant receivedAt) {
        id = mail.id().toString();
        this.receivedAt = receivedAt;
        recipient = mail.to();
        subject = mail.subject();
        body = mail.text();
        calendar = mail.calendar();
    }

    StoredMail toStoredMail() {
        return new StoredMail(new Mail(UUID.fromString(id), recipient, subject, body, calendar), receivedAt);
    }
}
