package org.consilium.scheduling.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;

class LostRaceTest {
    @Test
    void knowsEveryWayInWhichARivalWins() {
        assertTrue(LostRace.in(wrapped("23505", 0)));
        assertTrue(LostRace.in(wrapped("40P01", 0)));
        assertTrue(LostRace.in(wrapped("40001", 0)));
        assertTrue(LostRace.in(wrapped("55P03", 0)));
        assertTrue(LostRace.in(wrapped("HYT00", 50_200)));
        assertTrue(LostRace.in(wrapped("90131", 90_131)));
    }

    @Test
    void otherFailuresAreNoRivals() {
        assertFalse(LostRace.in(wrapped("23502", 0)));
        assertFalse(LostRace.in(wrapped(null, 0)));
        assertFalse(LostRace.in(new IllegalStateException()));
    }

    private static Throwable wrapped(String state, int code) {
        return new PersistenceException(new RuntimeException(new SQLException("refused", state, code)));
    }
}
