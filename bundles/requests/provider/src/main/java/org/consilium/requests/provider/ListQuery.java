package org.consilium.requests.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consilium.kernel.ConsiliumException;
import org.consilium.requests.api.RequestState;

/**
 * What a list of requests is asked for.
 *
 * @param closed whether closed ones are wanted beside the active ones: the open lock
 * @param terms words that all have to be found; empty for no search
 * @param state only this state; {@code null} for any
 * @param profile only this medical-care profile; {@code null} for any
 * @param consultant only his; {@code null} for any
 * @param from submitted at this moment or later; {@code null} for any
 * @param to submitted before this moment; {@code null} for any
 * @param after where the page begins; {@code null} for the first one
 */
record ListQuery(
        Box box,
        boolean closed,
        List<SearchTerm> terms,
        RequestState state,
        String profile,
        UUID consultant,
        Instant from,
        Instant to,
        Sorting sorting,
        ListPosition after,
        int limit) {
    private static final int MOST = 200;
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9.-]{1,20}");

    /** @throws ConsiliumException 400 {@code requests.bad-filter} or {@code platform.bad-cursor} */
    static ListQuery parse(
            String box, boolean closed, String typed, String state, String profile, String cursor, int limit) {
        return parse(box, closed, typed, new ListFilters(state, profile, null, null, null, null), cursor, limit);
    }

    /** @throws ConsiliumException 400 {@code requests.bad-filter} or {@code platform.bad-cursor} */
    static ListQuery parse(String box, boolean closed, String typed, ListFilters filters, String cursor, int limit) {
        return new ListQuery(
                constant(Box.values(), orElse(box, Box.ALL.name())),
                closed,
                SearchTerm.parse(typed),
                isEmpty(filters.state()) ? null : constant(RequestState.values(), filters.state()),
                profile(filters.profile()),
                value(filters.consultant(), UUID::fromString),
                value(filters.from(), Instant::parse),
                value(filters.to(), Instant::parse),
                constant(Sorting.values(), orElse(filters.sort(), Sorting.NEWEST.name())),
                ListPosition.parse(cursor),
                Math.max(1, Math.min(limit, MOST)));
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isEmpty();
    }

    private static String orElse(String value, String standard) {
        return isEmpty(value) ? standard : value;
    }

    private static <T> T value(String text, Function<String, T> parser) {
        try {
            return isEmpty(text) ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw badFilter();
        }
    }

    private static String profile(String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        if (!PROFILE.matcher(code).matches()) {
            throw badFilter();
        }
        return code;
    }

    private static ConsiliumException badFilter() {
        return new ConsiliumException(
                ConsiliumException.Status.BAD_REQUEST, "requests.bad-filter", "no such list, state or profile");
    }

    private static <E extends Enum<E>> E constant(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(ListQuery::badFilter);
    }
}
