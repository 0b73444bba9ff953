package org.consilium.identity.provider.console;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;

/** {@code consilium:account-create} */
@Service
@Command(scope = "consilium", name = "account-create", description = "Makes an account of a member of staff")
public class AccountCreateCommand implements Action {
    @Argument(index = 0, name = "login", required = true, description = "What is typed at the log-in")
    String login;

    @Argument(index = 1, name = "surname", required = true, description = "Surname")
    String surname;

    @Argument(index = 2, name = "name", required = true, description = "First name")
    String name;

    @Argument(index = 3, name = "patronymic", description = "Patronymic, if any")
    String patronymic;

    @Option(
            name = "--organisation",
            required = true,
            description = "Id of the organisation, see consilium:organisation-list")
    String organisation;

    @Option(
            name = "--role",
            required = true,
            multiValued = true,
            description = "DOCTOR, SCHEDULER, REOPENER, COORDINATOR or OPERATOR; may be given several times")
    List<String> roles;

    @Option(
            name = "--profile",
            multiValued = true,
            description = "Code of a medical-care profile in which a doctor consults; may be given several times")
    List<String> profiles;

    @Option(name = "--position", description = "Position, in quotes")
    String position;

    @Option(name = "--speciality", description = "Speciality, in quotes")
    String speciality;

    @Option(name = "--generate", description = "Makes up a password and prints it instead of asking for one")
    boolean generate;

    @Reference
    StaffAdministration administration;

    @Reference
    Session session;

    @Override
    public Object execute() throws IOException {
        NewStaffMember member = new NewStaffMember(
                Uuid7.next(),
                surname,
                name,
                patronymic,
                UUID.fromString(organisation),
                position,
                speciality,
                profiles == null ? Set.of() : Set.copyOf(profiles),
                Set.copyOf(roles));
        StaffMember made =
                administration.createAccount(Caller.system("console"), member, login, Passwords.ask(session, generate));
        session.getConsole().println(made.fullName() + " can log in now");
        return null;
    }
}
