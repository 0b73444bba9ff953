package org.consilium.identity.provider.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.consilium.identity.api.Organisation;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.kernel.Caller;

/** {@code consilium:organisation-list} */
@Service
@Command(
        scope = "consilium",
        name = "organisation-list",
        description = "Lists the medical organisations with their ids")
public class OrganisationListCommand implements Action {
    @Reference
    StaffAdministration administration;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Id");
        table.column("Name");
        table.emptyTableText("There are none yet: consilium:organisation-create");
        for (Organisation organisation : administration.organisations(Caller.system("console"))) {
            table.addRow().addContent(organisation.id(), organisation.name());
        }
        table.print(System.out);
        return null;
    }
}
