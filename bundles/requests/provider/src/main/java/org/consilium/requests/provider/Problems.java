package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.kernel.FieldProblem;

/** Collects what is wrong with an input. Each rule takes a value that was cleaned, {@code null} for nothing. */
final class Problems {
    static final String REQUIRED = "required";
    static final String FORMAT = "format";
    static final String TOO_LONG = "too-long";
    static final String RANGE = "range";
    static final String UNKNOWN = "unknown";
    static final String CHECK_DIGIT = "check-digit";

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String field, String code) {
        found.add(new FieldProblem(field, code));
    }

    /** Notes a missing value when it has to be there. @return whether there is one to look at */
    boolean present(String field, String value, boolean required) {
        if (value == null && required) {
            add(field, REQUIRED);
        }
        return value != null;
    }

    /** A text of limited length. */
    void text(String field, String value, boolean required, int most) {
        if (present(field, value, required) && Typed.length(value) > most) {
            add(field, TOO_LONG);
        }
    }

    /** A text of limited length and a form. */
    void text(String field, String value, boolean required, int most, Pattern form) {
        if (!present(field, value, required)) {
            return;
        }
        if (Typed.length(value) > most) {
            add(field, TOO_LONG);
        } else if (!form.matcher(value).matches()) {
            add(field, FORMAT);
        }
    }

    List<FieldProblem> list() {
        return List.copyOf(found);
    }
}
