package org.consilium.requests.api;

/** States of a request (S172). */
public enum RequestState {
    /** In the wizard of its filer; nobody else sees it. */
    DRAFT,
    /** «В работе»: submitted, with its consultant. */
    IN_WORK,
    /** Executed, see {@link Outcome}. */
    EXECUTED,
    /** Cancelled with a reason. */
    CANCELLED;

    /** Whether nothing can be written to it any more. */
    public boolean isClosed() {
        return this == EXECUTED || this == CANCELLED;
    }
}
