package org.consilium.requests.provider;

import java.util.Arrays;
import java.util.List;
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
 * @param after where the page begins; {@code null} for the first one
 */
record ListQuery(
        Box box,
        boolean closed,
        List<SearchTerm> terms,
        RequestState state,
        String profile,
        ListPosition after,
        int limit) {
    private static final int MOST = 200;
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9.-]{1,20}");

    /** @throws ConsiliumException 400 {@code requests.bad-filter} or {@code platform.bad-cursor} */
    static ListQuery parse(
            String box, boolean closed, String typed, String state, String profile, String cursor, int limit) {
        return new ListQuery(
                constant(Box.values(), box == null || box.isEmpty() ? Box.ALL.name() : box),
                closed,
                SearchTerm.parse(typed),
                state == null || state.isEmpty() ? null : constant(RequestState.values(), state),
                profile(profile),
                ListPosition.parse(cursor),
                Math.max(1, Math.min(limit, MOST)));
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
