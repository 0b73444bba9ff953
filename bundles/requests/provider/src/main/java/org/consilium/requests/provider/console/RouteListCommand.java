package org.consilium.requests.provider.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.consilium.requests.provider.catalogue.PresentRoute;
import org.consilium.requests.provider.catalogue.RefusedRoute;
import org.consilium.requests.provider.catalogue.RouteCatalogue;

/** {@code consilium:route-list} */
@Service
@Command(
        scope = "consilium",
        name = "route-list",
        description = "Lists consultation routes: offered, replaced by a newer version, refused")
public class RouteListCommand implements Action {
    @Reference
    RouteCatalogue catalogue;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : new String[] {"Route", "Version", "State", "Title", "From"}) {
            table.column(column);
        }
        table.emptyTableText("There are none");
        for (PresentRoute present : catalogue.present()) {
            table.addRow()
                    .addContent(
                            present.route().id(),
                            present.route().version(),
                            present.newest() ? "offered" : "replaced",
                            present.route().title().ru(),
                            present.source());
        }
        table.print(System.out);
        for (RefusedRoute refused : catalogue.refused()) {
            System.out.println("refused: " + refused.place() + ": " + refused.cause());
        }
        return null;
    }
}
