package org.consilium.identity.provider.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.identity.provider.IssuedServiceToken;
import org.consilium.identity.provider.NewServiceToken;
import org.consilium.identity.provider.ServiceTokenAdministration;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;

/** {@code consilium:token-create} */
@Service
@Command(
        scope = "consilium",
        name = "token-create",
        description = "Makes a service token of an organisation and prints it, once")
public class TokenCreateCommand implements Action {
    @Argument(
            index = 0,
            name = "organisation",
            required = true,
            description = "Id of the organisation, see consilium:organisation-list")
    String organisation;

    @Argument(index = 1, name = "name", required = true, description = "Which system gets it, in quotes")
    String name;

    @Option(name = "--days", description = "How long it works")
    int days = 365;

    @Reference
    ServiceTokenAdministration administration;

    @Override
    public Object execute() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
        IssuedServiceToken made = administration.create(
                Caller.system("console"), new NewServiceToken(Uuid7.next(), UUID.fromString(organisation), name, end));
        System.out.println(made.secret());
        System.out.println("This token is shown once. It works until "
                + made.token().expiresAt() + "; to revoke it: consilium:token-revoke "
                + made.token().id());
        return null;
    }
}
