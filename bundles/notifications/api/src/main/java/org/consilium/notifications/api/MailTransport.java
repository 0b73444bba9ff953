package org.consilium.notifications.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes a finished mail away; SMTP in a region, a page in the demo. The one with the highest service ranking is used.
 * Thread-safe.
 */
@ConsumerType
public interface MailTransport {
    /**
     * Hands the mail over. It may come twice after a crash: the same {@link Mail#id()} is the same mail.
     *
     * @throws MailRefusedException when it will never be taken
     * @throws java.io.IOException when it could not be handed over now; it is tried again with the same Message-ID
     */
    void send(Mail mail) throws java.io.IOException;
}
