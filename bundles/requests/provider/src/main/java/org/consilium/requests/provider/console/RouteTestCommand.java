package org.consilium.requests.provider.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.consilium.requests.provider.catalogue.RouteCalls;
import org.consilium.requests.provider.catalogue.RouteCatalogue;
import org.consilium.requests.provider.catalogue.RouteTestKit;
import org.consilium.routes.api.RouteDescription;

/** {@code consilium:route-test FILE|ID} */
@Service
@Command(
        scope = "consilium",
        name = "route-test",
        description = "Tries a consultation route out: texts, forms, ways to finish, and its code if it has any")
public class RouteTestCommand implements Action {
    @Argument(name = "route", description = "A file, or the id of a route that is offered", required = true)
    @Completion(FileCompleter.class)
    String route;

    @Reference
    RouteCatalogue catalogue;

    @Reference
    RouteCalls calls;

    @Override
    public Object execute() throws IOException {
        List<String> findings = findings();
        if (findings.isEmpty()) {
            System.out.println(route + ": nothing was found");
        }
        findings.forEach(finding -> System.out.println(route + ": " + finding));
        return null;
    }

    private List<String> findings() throws IOException {
        RouteDescription offered = catalogue.find(route).orElse(null);
        if (offered == null) {
            return Files.isRegularFile(Path.of(route))
                    ? RouteTestKit.findings(Files.readAllBytes(Path.of(route)))
                    : List.of("is neither a file nor the id of a route that is offered");
        }
        return calls.code(offered).map(RouteTestKit::findings).orElseGet(() -> RouteTestKit.findings(offered));
    }
}
