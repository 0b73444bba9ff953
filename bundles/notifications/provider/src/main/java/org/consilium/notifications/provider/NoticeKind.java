package org.consilium.notifications.provider;

/** What a mail is about. */
public enum NoticeKind {
    /** The visit is booked. */
    APPOINTMENT,
    /** The visit is near. */
    REMINDER,
    /** The visit does not take place. */
    CANCELLED
}
