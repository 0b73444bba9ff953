package org.consilium.scheduling.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;

/** Reads query parameters; a wrong one is named in the answer as a wrong field of a body would be. */
final class QueryValues {
    private QueryValues() {}

    static UUID id(String name, String value) {
        return parse(name, value, UUID::fromString);
    }

    static UUID optionalId(String name, String value) {
        return value == null || value.isBlank() ? null : id(name, value);
    }

    static Instant instant(String name, String value) {
        return parse(name, value, Instant::parse);
    }

    static long number(String name, String value) {
        return parse(name, value, Long::valueOf);
    }

    /** 0 when it is missing. */
    static int optionalNumber(String name, String value) {
        return value == null || value.isBlank() ? 0 : parse(name, value, Integer::valueOf);
    }

    private static <T> T parse(String name, String value, Function<String, T> parser) {
        if (value == null || value.isBlank()) {
            throw invalid(name, "required");
        }
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(name, "format");
        }
    }

    private static ConsiliumException invalid(String name, String code) {
        return ConsiliumException.invalid("scheduling.invalid", List.of(new FieldProblem(name, code)));
    }
}
