package org.consilium.requests.provider.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.Reason;
import org.consilium.routes.api.RouteDescription;

/**
 * The rules of a description, the same for files and for Java routes. They are those of {@code route.schema.json}, which editors use;
 * a test holds both together. Each problem names its place as a JSON pointer without the leading slash.
 */
final class RouteCheck {
    static final int TITLE = 300;
    static final int SHORT = 100;
    static final int LONG = 4000;

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9.-]{1,20}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9-]{1,40}");

    private final List<String> problems = new ArrayList<>();

    private RouteCheck() {}

    /** What is wrong with the description; empty when nothing is. */
    static List<String> problems(RouteDescription route) {
        RouteCheck check = new RouteCheck();
        check.route(route);
        return List.copyOf(check.problems);
    }

    private void route(RouteDescription route) {
        require(
                route.id() != null
                        && route.id().length() <= 100
                        && ID.matcher(route.id()).matches(),
                "id",
                "lower case with dots");
        require(RouteVersion.isValid(route.version()), "version", "three numbers with dots, such as 1.0.0");
        text("title", route.title(), TITLE);
        if (route.tab() != null) {
            text("tab", route.tab(), SHORT);
        }
        require(route.audience() != null, "audience", "PATIENT or REPRESENTATIVE");
        require(route.consultants() != null, "consultants", "OWN_ORGANISATION or REGION");
        if (route.notice() != null) {
            text("notice", route.notice(), LONG);
        }
        require(
                route.visitMinutes() >= 5 && route.visitMinutes() <= 240 && route.visitMinutes() % 5 == 0,
                "visitMinutes",
                "5 to 240, in steps of five");
        coded(
                "profiles",
                route.profiles(),
                200,
                PROFILE,
                Profile::code,
                (place, profile) -> text(place + "/title", profile.title(), SHORT));
        coded(
                "reasons",
                route.reasons(),
                100,
                REASON,
                Reason::code,
                (place, reason) -> text(place + "/title", reason.title(), SHORT));
    }

    private <T> void coded(
            String field,
            List<T> items,
            int most,
            Pattern syntax,
            Function<T, String> code,
            BiConsumer<String, T> further) {
        require(!items.isEmpty() && items.size() <= most, field, "1 to " + most);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String place = field + "/" + i;
            String value = code.apply(items.get(i));
            require(value != null && syntax.matcher(value).matches(), place + "/code", "does not match " + syntax);
            require(value == null || seen.add(value), place + "/code", "stands there twice");
            further.accept(place, items.get(i));
        }
    }

    private void text(String place, LocalText text, int most) {
        if (text == null) {
            require(false, place, "is missing");
            return;
        }
        language(place + "/ru", text.ru(), most);
        language(place + "/en", text.en(), most);
    }

    private void language(String place, String text, int most) {
        require(text != null && !text.isBlank(), place, "is missing");
        require(text == null || text.codePointCount(0, text.length()) <= most, place, "is longer than " + most);
    }

    private void require(boolean right, String place, String rule) {
        if (!right) {
            problems.add(place + ": " + rule);
        }
    }
}
