package org.consilium.identity.provider.console;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;

/** {@code consilium:organisation-create} */
@Service
@Command(
        scope = "consilium",
        name = "organisation-create",
        description = "Makes a medical organisation and prints its id")
public class OrganisationCreateCommand implements Action {
    @Argument(name = "name", required = true, description = "Its name as people read it, in quotes")
    String name;

    @Reference
    StaffAdministration administration;

    @Override
    public Object execute() {
        UUID id = Uuid7.next();
        administration.createOrganisation(Caller.system("console"), id, name);
        System.out.println(id);
        return null;
    }
}
