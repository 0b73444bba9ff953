package org.consilium.requests.provider;

import java.util.List;

/** The three lists of requests. */
enum Box {
    /** «Заявки»: all in which the caller takes part. */
    ALL(List.of(Lane.FILED, Lane.CONSULTED_NOT_FILED), List.of(Lane.FILED, Lane.CONSULTED_NOT_FILED)),
    /** «Входящие»: whose turn is the caller's, or where he is the consultant; of the closed ones those which he executed. */
    INCOMING(List.of(Lane.PROCESSED, Lane.CONSULTED_NOT_PROCESSED), List.of(Lane.EXECUTED)),
    /** «Исходящие»: what the caller filed. */
    OUTGOING(List.of(Lane.FILED), List.of(Lane.FILED));

    /**
     * A condition that one index answers in the list's order. The lanes of a box have no row in common, so that a page is the merge of
     * their heads: an "or" over two columns would read and sort all of a doctor's requests.
     */
    enum Lane {
        FILED("r.filerId = :me"),
        CONSULTED_NOT_FILED("r.consultantId = :me and r.filerId <> :me"),
        PROCESSED("r.processorId = :me"),
        CONSULTED_NOT_PROCESSED("r.consultantId = :me and r.processorId <> :me"),
        EXECUTED("r.consultantId = :me and r.state = org.consilium.requests.api.RequestState.EXECUTED");

        final String condition;

        Lane(String condition) {
            this.condition = condition;
        }
    }

    private final List<Lane> open;
    private final List<Lane> closed;

    Box(List<Lane> open, List<Lane> closed) {
        this.open = open;
        this.closed = closed;
    }

    List<Lane> lanes(boolean ofClosed) {
        return ofClosed ? closed : open;
    }
}
