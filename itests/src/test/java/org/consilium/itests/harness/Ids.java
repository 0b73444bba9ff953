package org.consilium.itests.harness;

import java.util.UUID;
import org.consilium.kernel.Uuid7;

/** Client-made identifiers, as the interface makes them. */
public final class Ids {
    private Ids() {}

    public static String next() {
        return Uuid7.next().toString();
    }

    /** An id that nothing has. */
    public static String unknown() {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L).toString();
    }
}
