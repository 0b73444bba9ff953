package org.consilium.identity.provider.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffIdentifiers;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;

/** {@code consilium:account-snils} */
@Service
@Command(
        scope = "consilium",
        name = "account-snils",
        description = "Enters the СНИЛС of an account: only a certificate with this number signs for it")
public class AccountSnilsCommand implements Action {
    private static final Caller CONSOLE = Caller.system("console");

    @Argument(name = "login", required = true, description = "Its login")
    String login;

    @Argument(index = 1, name = "snils", required = true, description = "11 digits, with or without dashes")
    String snils;

    @Reference
    StaffAdministration administration;

    @Reference
    StaffIdentifiers identifiers;

    @Override
    public Object execute() {
        StaffMember member = administration.account(CONSOLE, login);
        identifiers.setSnils(CONSOLE, member.id(), snils);
        System.out.println("entered for " + member.shortName());
        return null;
    }
}
