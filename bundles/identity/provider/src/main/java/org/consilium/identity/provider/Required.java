package org.consilium.identity.provider;

import java.util.List;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/** JSON bodies may be absent or {@code null}. */
final class Required {
    private Required() {}

    static <T> T body(T body) {
        if (body == null) {
            throw ConsiliumException.invalid("identity.body-missing", List.of(new FieldProblem("", "required")));
        }
        return body;
    }
}
