package org.consilium.requests.provider;

import java.util.List;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.RouteDescription;

/**
 * A route in the new-request window.
 *
 * @param tab {@code null} for «Общие»
 * @param favourite whether the caller starred it
 */
public record RouteRow(
        String id,
        String version,
        LocalText title,
        LocalText tab,
        RouteDescription.Audience audience,
        List<Profile> profiles,
        LocalText notice,
        boolean favourite) {
    static RouteRow of(RouteDescription route, boolean favourite) {
        return new RouteRow(
                route.id(),
                route.version(),
                route.title(),
                route.tab(),
                route.audience(),
                route.profiles(),
                route.notice(),
                favourite);
    }
}
