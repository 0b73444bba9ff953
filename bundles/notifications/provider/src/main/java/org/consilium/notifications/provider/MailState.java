package org.consilium.notifications.provider;

/** Where a mail is. */
public enum MailState {
    QUEUED,
    SENT,
    /** Given up: refused, tried too often, or no longer of use. */
    FAILED
}
