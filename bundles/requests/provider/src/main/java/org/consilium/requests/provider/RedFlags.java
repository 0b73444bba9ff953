package org.consilium.requests.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RedFlag;
import org.consilium.routes.api.RouteDescription;

/** Which red flags of a route a patient's answers raise. */
final class RedFlags {
    private static final LocalText[] NONE = {};

    private RedFlags() {}

    /** What the doctor reads, in the order of the route. */
    static List<LocalText> raised(RouteDescription route, JsonNode answers, FormAnswers forms) {
        return route.redFlags().stream()
                .filter(flag -> forms.satisfies(flag.when(), answers))
                .map(RedFlag::title)
                .toList();
    }

    static void note(RequestEntity request, List<LocalText> raised) {
        request.redFlagged = !raised.isEmpty();
        request.redFlags = raised.isEmpty() ? null : StoredJson.write(raised);
    }

    /** Those that were raised. */
    static List<LocalText> of(RequestHead request) {
        return List.of(request.redFlags == null ? NONE : StoredJson.read(request.redFlags, LocalText[].class));
    }
}
