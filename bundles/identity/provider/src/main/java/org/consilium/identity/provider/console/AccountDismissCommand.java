package org.consilium.identity.provider.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;

/** {@code consilium:account-dismiss} */
@Service
@Command(
        scope = "consilium",
        name = "account-dismiss",
        description = "Ends an account and its sessions at once; its name stays in the requests")
public class AccountDismissCommand implements Action {
    @Argument(name = "login", required = true, description = "Its login")
    String login;

    @Reference
    StaffAdministration administration;

    @Override
    public Object execute() {
        StaffMember member = administration.account(Caller.system("console"), login);
        administration.dismiss(Caller.system("console"), member.id());
        System.out.println(member.shortName() + " is dismissed");
        return null;
    }
}
