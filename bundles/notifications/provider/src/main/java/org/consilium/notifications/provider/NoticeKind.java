package org.consilium.notifications.provider;

/** What a mail is about. */
public enum NoticeKind {
    /** The visit is booked. */
    APPOINTMENT,
    /** The visit is near. */
    REMINDER,
    /** The doctor is in the room and waits. */
    WAITING,
    /** The visit is at another time or with another doctor. */
    CHANGED,
    /** The visit does not take place. */
    CANCELLED
}
