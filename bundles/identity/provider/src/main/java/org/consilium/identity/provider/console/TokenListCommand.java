package org.consilium.identity.provider.console;

import java.time.Instant;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.consilium.identity.provider.ServiceToken;
import org.consilium.identity.provider.ServiceTokenAdministration;
import org.consilium.kernel.Caller;

/** {@code consilium:token-list} */
@Service
@Command(
        scope = "consilium",
        name = "token-list",
        description = "Lists the service tokens of organisations, without the tokens themselves")
public class TokenListCommand implements Action {
    @Reference
    ServiceTokenAdministration administration;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : new String[] {"Id", "Organisation", "Name", "State", "Until", "Last used"}) {
            table.column(column);
        }
        table.emptyTableText("There are none: consilium:token-create");
        for (ServiceToken token : administration.list(Caller.system("console"))) {
            table.addRow()
                    .addContent(
                            token.id(),
                            token.organisationName(),
                            token.name(),
                            state(token),
                            token.expiresAt(),
                            Objects.toString(token.usedAt(), "never"));
        }
        table.print(System.out);
        return null;
    }

    private static String state(ServiceToken token) {
        if (token.revokedAt() != null) {
            return "revoked";
        }
        return Instant.now().isBefore(token.expiresAt()) ? "works" : "over";
    }
}
