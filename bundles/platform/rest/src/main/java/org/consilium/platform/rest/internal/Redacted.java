package org.consilium.platform.rest.internal;

import java.sql.SQLException;

/** A failure for the log: classes, SQL states and stacks, without the messages, into which databases put values of persons. */
final class Redacted extends Exception {
    private static final long serialVersionUID = 1;

    Redacted(Throwable failure) {
        super(
                failure.getClass().getName()
                        + (failure instanceof SQLException sql ? ", SQLSTATE " + sql.getSQLState() : ""),
                failure.getCause() == null || failure.getCause() == failure ? null : new Redacted(failure.getCause()));
        setStackTrace(failure.getStackTrace());
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
