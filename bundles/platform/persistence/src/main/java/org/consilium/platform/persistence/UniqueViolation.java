package org.consilium.platform.persistence;

import java.sql.SQLException;
import java.util.Locale;

/** Recognises a broken unique constraint in what JPA throws, on H2 and PostgreSQL alike. */
public final class UniqueViolation {
    private static final String SQLSTATE = "23505";

    private UniqueViolation() {}

    /**
     * Whether the failure comes from a unique or primary key constraint (SQLSTATE 23505). Flush before you ask: at commit the
     * failure arrives too late to be translated.
     */
    public static boolean in(Throwable failure) {
        return find(failure) != null;
    }

    /** Whether the broken constraint or index is the named one; name every constraint in the migration. */
    public static boolean of(String constraint, Throwable failure) {
        SQLException sql = find(failure);
        return sql != null
                && String.valueOf(sql.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains(constraint.toLowerCase(Locale.ROOT));
    }

    private static SQLException find(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && SQLSTATE.equals(sql.getSQLState())) {
                return sql;
            }
        }
        return null;
    }
}
