package org.consilium.requests.provider;

import java.util.Arrays;
import java.util.List;

/** The three lists of requests. */
enum Box {
    /** «Заявки»: all in which the caller takes part. */
    ALL(
            List.of(Lane.FILED, Lane.CONSULTED_NOT_FILED, Lane.COORDINATED_ONLY),
            List.of(Lane.FILED, Lane.CONSULTED_NOT_FILED, Lane.COORDINATED_ONLY),
            false),
    /** «Входящие»: whose turn is the caller's, or where he is the consultant, red flags first; of the closed ones those which he executed. */
    INCOMING(List.of(Lane.PROCESSED, Lane.CONSULTED_NOT_PROCESSED), List.of(Lane.EXECUTED), true),
    /** «Исходящие»: what the caller filed. */
    OUTGOING(List.of(Lane.FILED), List.of(Lane.FILED), false);

    /**
     * A condition that one index answers in the list's order. The lanes of a box have no row in common, so that a page is the merge of
     * their heads: an "or" over two columns would read and sort all of a doctor's requests.
     */
    enum Lane {
        FILED("r.filerId", ""),
        CONSULTED_NOT_FILED("r.consultantId", " and r.filerId <> :me"),
        COORDINATED_ONLY(
                "r.coordinatorId", " and r.filerId <> :me and (r.consultantId is null or r.consultantId <> :me)"),
        PROCESSED("r.processorId", ""),
        CONSULTED_NOT_PROCESSED("r.consultantId", " and r.processorId <> :me"),
        EXECUTED("r.consultantId", " and r.state = org.consilium.requests.api.RequestState.EXECUTED");

        final String condition;
        private final String owner;

        Lane(String owner, String further) {
            condition = owner + " = :me" + further;
            this.owner = owner;
        }

        /**
         * The columns of the index from the first one on: PostgreSQL passes over those which are fixed, H2 needs them to see that the
         * index is sorted as wanted.
         */
        String order(Sorting sorting) {
            return owner + ", r.closed, " + sorting.order;
        }
    }

    private final List<Lane> open;
    private final List<Lane> closed;
    private final boolean flaggedFirst;

    Box(List<Lane> open, List<Lane> closed, boolean flaggedFirst) {
        this.open = open;
        this.closed = closed;
        this.flaggedFirst = flaggedFirst;
    }

    /** @param withClosed the open lock */
    List<ListPart> parts(boolean withClosed) {
        return Arrays.stream(ListPart.values())
                .filter(part -> part != ListPart.FLAGGED || flaggedFirst)
                .filter(part -> part != ListPart.CLOSED || withClosed)
                .toList();
    }

    ListPart partOf(RequestHead row) {
        if (row.closed) {
            return ListPart.CLOSED;
        }
        return flaggedFirst && row.redFlagged ? ListPart.FLAGGED : ListPart.ACTIVE;
    }

    /** Whether the part holds only rows with a red flag, or only those without; {@code null} for both. */
    Boolean flagged(ListPart part) {
        return flaggedFirst && part != ListPart.CLOSED ? Boolean.valueOf(part == ListPart.FLAGGED) : null;
    }

    List<Lane> lanes(boolean ofClosed) {
        return ofClosed ? closed : open;
    }
}
