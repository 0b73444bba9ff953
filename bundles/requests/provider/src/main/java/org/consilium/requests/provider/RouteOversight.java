package org.consilium.requests.provider;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.provider.catalogue.PresentRoute;
import org.consilium.requests.provider.catalogue.RouteCatalogue;
import org.consilium.requests.provider.catalogue.RouteExamination;
import org.consilium.requests.provider.catalogue.RouteTestKit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an operator sees of the routes. */
@Component(service = RouteOversight.class)
public class RouteOversight {
    private final RouteCatalogue catalogue;
    private final RouteUse use;

    @Activate
    public RouteOversight(@Reference RouteCatalogue catalogue, @Reference RouteUse use) {
        this.catalogue = catalogue;
        this.use = use;
    }

    RouteOverview overview(Caller caller) {
        Roles.requireOperator(caller);
        return new RouteOverview(catalogue.present().stream().map(this::line).toList(), catalogue.refused());
    }

    /** Looks at a file without offering it. */
    RouteFindings examine(Caller caller, RouteText file) {
        Roles.requireOperator(caller);
        if (file == null || file.content() == null || file.content().isBlank()) {
            throw ConsiliumException.invalid(
                    "requests.incomplete", List.of(new FieldProblem("content", Problems.REQUIRED)));
        }
        byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
        List<String> problems = RouteExamination.problems(
                bytes,
                file.name() == null || file.name().isBlank()
                        ? "route"
                        : file.name().strip());
        return new RouteFindings(problems, problems.isEmpty() ? RouteTestKit.findings(bytes) : List.of());
    }

    private RouteLine line(PresentRoute present) {
        var route = present.route();
        return new RouteLine(
                route.id(),
                route.version(),
                route.title(),
                !present.newest()
                        ? RouteLine.State.REPLACED
                        : use.isAvailable(route) ? RouteLine.State.OFFERED : RouteLine.State.UNAVAILABLE,
                present.source(),
                route.audience(),
                route.users());
    }
}
