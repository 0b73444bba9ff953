package org.consilium.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered identifiers: UUID version 7, RFC 9562 section 5.7. Thread-safe. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    /** A new identifier; its first 48 bits are the Unix time in milliseconds, so that new rows sort after old ones. */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long most = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0x0FFFL);
        long least = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
