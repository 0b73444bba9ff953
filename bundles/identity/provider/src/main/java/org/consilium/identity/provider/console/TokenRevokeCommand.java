package org.consilium.identity.provider.console;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.identity.provider.ServiceTokenAdministration;
import org.consilium.kernel.Caller;

/** {@code consilium:token-revoke} */
@Service
@Command(scope = "consilium", name = "token-revoke", description = "Ends a service token at once")
public class TokenRevokeCommand implements Action {
    @Argument(name = "token", required = true, description = "Id of the token, see consilium:token-list")
    String token;

    @Reference
    ServiceTokenAdministration administration;

    @Override
    public Object execute() {
        administration.revoke(Caller.system("console"), UUID.fromString(token));
        System.out.println("Revoked");
        return null;
    }
}
