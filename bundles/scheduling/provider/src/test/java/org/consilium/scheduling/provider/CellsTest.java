package org.consilium.scheduling.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void neighboursShareNoCell() {
        Cells first = Cells.of("d", Instant.ofEpochSecond(0), Instant.ofEpochSecond(1_800));
        Cells second = Cells.of("d", Instant.ofEpochSecond(1_800), Instant.ofEpochSecond(3_600));
        assertEquals(new Cells("d", 0, 6), first);
        assertEquals(new Cells("d", 6, 6), second);
    }

    @Test
    void aCellThatIsOnlyTouchedIsTaken() {
        assertEquals(new Cells("d", 0, 2), Cells.of("d", Instant.ofEpochSecond(299), Instant.ofEpochSecond(301)));
    }

    @Test
    void aPatientsKeyIsNotRepeated() {
        String holder = Cells.patient("112-233-445 95");
        assertTrue(holder.startsWith("p:") && holder.length() <= 48);
        assertFalse(holder.contains("112"));
        assertNotEquals(holder, Cells.patient("112-233-445 96"));
    }
}
