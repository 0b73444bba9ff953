package org.consilium.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.consilium.kernel.ConsiliumException;
import org.junit.jupiter.api.function.Executable;

/** Expects refusals by status and code. */
final class Refusals {
    private Refusals() {}

    static ConsiliumException refused(int status, String code, Executable call) {
        ConsiliumException refusal = assertThrows(ConsiliumException.class, call);
        assertEquals(status + " " + code, refusal.status().http() + " " + refusal.code());
        return refusal;
    }
}
