package org.consilium.requests.provider;

import java.util.List;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/** What is typed beside an act on a request, checked in the same way for all of them. */
final class Checked {
    static final int LONGEST_TEXT = 1000;

    private Checked() {}

    /** @throws ConsiliumException 422 {@code requests.incomplete} */
    static String text(String typed, boolean required) {
        String text = Typed.cleanLines(typed);
        Problems problems = new Problems();
        problems.text("text", text, required, LONGEST_TEXT);
        if (!problems.list().isEmpty()) {
            throw ConsiliumException.invalid("requests.incomplete", problems.list());
        }
        return text;
    }

    /** @throws ConsiliumException 409 {@code requests.changed-meanwhile} when another version of the request was looked at */
    static void version(RequestEntity request, long version) {
        if (request.version != version) {
            throw ConsiliumException.changedMeanwhile("requests");
        }
    }

    /** @throws ConsiliumException 422 {@code requests.incomplete} when nothing was sent */
    static <T> T sent(T input, String field) {
        if (input == null) {
            throw incomplete(field, Problems.REQUIRED);
        }
        return input;
    }

    static ConsiliumException incomplete(String field, String code) {
        return ConsiliumException.invalid("requests.incomplete", List.of(new FieldProblem(field, code)));
    }
}
