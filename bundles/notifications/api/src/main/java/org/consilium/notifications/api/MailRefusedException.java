package org.consilium.notifications.api;

import java.io.IOException;

/** The mail will never be taken, for example because there is no such mailbox; trying again is of no use. */
public class MailRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message without the address or anything else of the mail */
    public MailRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
