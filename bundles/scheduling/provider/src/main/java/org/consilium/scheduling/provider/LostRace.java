package org.consilium.scheduling.provider;

import java.sql.SQLException;
import java.util.Set;
import org.consilium.platform.persistence.UniqueViolation;

/**
 * Recognises that a rival got the cells, in whichever way the database says so: a broken primary key, a deadlock of which this
 * transaction is the victim, or a lock that the rival did not give up in time.
 */
final class LostRace {
    /** PostgreSQL: serialization_failure, deadlock_detected, lock_not_available; H2: its deadlock, lock time-out, concurrent update. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private static final Set<Integer> H2_CODES = Set.of(40001, 50200, 90131);

    private LostRace() {}

    static boolean in(Throwable failure) {
        if (UniqueViolation.in(failure)) {
            return true;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && (STATES.contains(String.valueOf(sql.getSQLState())) || H2_CODES.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
