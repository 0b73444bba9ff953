package org.consilium.identity.provider.console;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;

/** {@code consilium:account-password} */
@Service
@Command(
        scope = "consilium",
        name = "account-password",
        description = "Sets the password of an account and ends its sessions")
public class AccountPasswordCommand implements Action {
    @Argument(name = "login", required = true, description = "Its login")
    String login;

    @Option(name = "--generate", description = "Makes up a password and prints it instead of asking for one")
    boolean generate;

    @Reference
    StaffAdministration administration;

    @Reference
    Session session;

    @Override
    public Object execute() throws IOException {
        StaffMember member = administration.account(Caller.system("console"), login);
        administration.setPassword(Caller.system("console"), member.id(), Passwords.ask(session, generate));
        session.getConsole().println("Done; the sessions of " + member.shortName() + " have ended");
        return null;
    }
}
