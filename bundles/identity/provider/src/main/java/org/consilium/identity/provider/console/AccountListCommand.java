package org.consilium.identity.provider.console;

import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.consilium.identity.api.StaffAccount;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;

/** {@code consilium:account-list} */
@Service
@Command(scope = "consilium", name = "account-list", description = "Lists accounts by login, at most 200")
public class AccountListCommand implements Action {
    @Argument(name = "login", description = "The beginning of the login; all when left out")
    String login = "";

    @Reference
    StaffAdministration administration;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : new String[] {"Login", "Name", "Organisation", "Position", "Roles", "State"}) {
            table.column(column);
        }
        table.emptyTableText("There are none");
        for (StaffAccount account : administration.accounts(Caller.system("console"), login)) {
            StaffMember member = account.member();
            table.addRow()
                    .addContent(
                            account.login(),
                            member.fullName(),
                            member.organisationName(),
                            member.position() == null ? "" : member.position(),
                            String.join(", ", new TreeSet<>(member.roles())),
                            member.active() ? "active" : "dismissed");
        }
        table.print(System.out);
        return null;
    }
}
