package org.consilium.notifications.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.consilium.notifications.cfg}. */
@ObjectClassDefinition(name = "Consilium notifications")
public @interface NotificationsConfig {
    /** How the connection to the mail server is protected. */
    enum Tls {
        /** Begins in clear and must go over to TLS. */
        STARTTLS,
        /** TLS from the beginning. */
        TLS,
        /** None; only for a server on the same machine or in a trusted network. */
        NONE
    }

    @AttributeDefinition(description = "Time zone of the region (IANA name), in which mails give times")
    String timeZone() default "Europe/Moscow";

    @AttributeDefinition(
            description = "Minutes before the visit at which the patient is reminded, with commas; empty for never")
    String reminderMinutes() default "1440, 15";

    @AttributeDefinition(description = "How often a mail is tried before it is given up", min = "1")
    int maxAttempts() default 30;

    @AttributeDefinition(description = "Seconds between two looks into the queue", min = "1")
    int pollSeconds() default 2;

    @AttributeDefinition(description = "Mail server (SMTP); empty: mails wait in the queue")
    String smtpHost() default "";

    @AttributeDefinition(description = "Port of the mail server; 0 for the usual one: 587 STARTTLS, 465 TLS, 25 NONE")
    int smtpPort() default 0;

    @AttributeDefinition(description = "STARTTLS, TLS or NONE")
    Tls smtpTls() default Tls.STARTTLS;

    @AttributeDefinition(description = "Account at the mail server; empty for none")
    String smtpUser() default "";

    @AttributeDefinition(description = "Password at the mail server", type = AttributeType.PASSWORD)
    String smtpPassword() default "";

    @AttributeDefinition(description = "Address of the sender")
    String smtpFrom() default "";

    @AttributeDefinition(description = "Name of the sender")
    String smtpFromName() default "Телемедицинские консультации";
}
