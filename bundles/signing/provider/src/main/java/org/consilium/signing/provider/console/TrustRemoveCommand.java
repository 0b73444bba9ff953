package org.consilium.signing.provider.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.kernel.Caller;
import org.consilium.signing.api.TrustList;

/** {@code consilium:trust-remove} */
@Service
@Command(scope = "consilium", name = "trust-remove", description = "Takes an authority off the trust list")
public class TrustRemoveCommand implements Action {
    @Argument(name = "fingerprint", required = true, description = "As trust-list shows it")
    String fingerprint;

    @Reference
    TrustList trust;

    @Override
    public Object execute() {
        trust.distrust(Caller.system("console"), fingerprint);
        return null;
    }
}
