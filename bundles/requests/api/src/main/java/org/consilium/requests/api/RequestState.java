package org.consilium.requests.api;

/** States of a request (S172). */
public enum RequestState {
    /** In the wizard of its filer; nobody else sees it. */
    DRAFT,
    /** «В работе»: submitted, with its consultant. */
    IN_WORK,
    /** «Ждут подписи»: the conclusion is written and not signed yet; chat and files take nothing more, the request is not executed. */
    AWAITING_SIGNATURE,
    /** Executed, see {@link Outcome}. */
    EXECUTED,
    /** Cancelled with a reason. */
    CANCELLED;

    /** Whether it is at its end: executed or cancelled. */
    public boolean isClosed() {
        return this == EXECUTED || this == CANCELLED;
    }

    /** Whether messages, files and visits can be added to it or changed. */
    public boolean isWritable() {
        return this == IN_WORK;
    }
}
