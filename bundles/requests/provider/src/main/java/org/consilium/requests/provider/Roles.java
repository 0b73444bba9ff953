package org.consilium.requests.provider;

import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;

/** Who may use the wizard and the lists at all. */
final class Roles {
    private Roles() {}

    /** @throws ConsiliumException 403 {@code requests.doctors-only} */
    static void requireDoctor(Caller caller) {
        if (!caller.isStaff() || !caller.has(Caller.DOCTOR)) {
            throw ConsiliumException.forbidden("requests.doctors-only");
        }
    }
}
