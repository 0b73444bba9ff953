package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Comparator;

/** Orders of a list, each answered by an index of every lane. */
enum Sorting {
    /** The newest first. */
    NEWEST("r.submittedAt desc, r.id desc", "r.submittedAt", "<"),
    /** What has to be done soonest first. */
    DUE("r.dueAt, r.id", "r.dueAt", ">");

    final String order;
    final String column;
    /** How what comes later on the list compares. */
    final String later;

    Sorting(String order, String column, String later) {
        this.order = order;
        this.column = column;
        this.later = later;
    }

    Instant at(RequestHead row) {
        return this == NEWEST ? row.submittedAt : row.dueAt;
    }

    Comparator<RequestHead> comparator() {
        Comparator<RequestHead> ascending = Comparator.comparing(this::at).thenComparing(row -> row.id);
        return this == NEWEST ? ascending.reversed() : ascending;
    }
}
