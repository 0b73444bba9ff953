package org.consilium.conferencing.provider;

import java.util.List;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/** Refuses wrong input: 422 {@code conferencing.invalid}. */
final class Invalid {
    private Invalid() {}

    static void when(boolean wrong, String field, String code) {
        if (wrong) {
            throw ConsiliumException.invalid("conferencing.invalid", List.of(new FieldProblem(field, code)));
        }
    }

    static <T> T required(T value, String field) {
        when(value == null, field, "required");
        return value;
    }
}
