package org.consilium.signing.provider.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.kernel.Caller;
import org.consilium.signing.api.Authority;
import org.consilium.signing.api.TrustList;

/** {@code consilium:trust-list} */
@Service
@Command(
        scope = "consilium",
        name = "trust-list",
        description = "Shows the trusted authorities and until when their revocation lists are current")
public class TrustListCommand implements Action {
    @Reference
    TrustList trust;

    @Override
    public Object execute() {
        for (Authority authority : trust.authorities(Caller.system("console"))) {
            System.out.printf(
                    "%s  %s%n    until %s, revocation list %s%s%n",
                    authority.fingerprint(),
                    authority.name(),
                    authority.validTo(),
                    authority.listUntil() == null ? "none" : "until " + authority.listUntil(),
                    authority.lastProblem() == null ? "" : ", last fetch: " + authority.lastProblem());
        }
        return null;
    }
}
