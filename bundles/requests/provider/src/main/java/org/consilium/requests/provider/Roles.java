package org.consilium.requests.provider;

import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;

/** Who may use the wizard and the lists at all. */
final class Roles {
    private Roles() {}

    /** @throws ConsiliumException 403 {@code requests.operator-only} for everybody but operators and the system */
    static void requireOperator(Caller caller) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.OPERATOR))) {
            throw ConsiliumException.forbidden("requests.operator-only");
        }
    }

    /** @throws ConsiliumException 403 {@code requests.doctors-only} */
    static void requireDoctor(Caller caller) {
        if (!caller.isStaff() || !caller.has(Caller.DOCTOR)) {
            throw ConsiliumException.forbidden("requests.doctors-only");
        }
    }
}
