package org.consilium.signing.provider.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.kernel.Caller;
import org.consilium.signing.api.Authority;
import org.consilium.signing.api.TrustList;

/** {@code consilium:trust-add} */
@Service
@Command(scope = "consilium", name = "trust-add", description = "Puts an authority (УЦ) on the trust list")
public class TrustAddCommand implements Action {
    @Argument(name = "certificate", required = true, description = "File with its certificate, DER or PEM")
    String certificate;

    @Argument(
            index = 1,
            name = "addresses",
            multiValued = true,
            description =
                    "http or https addresses of its revocation list; without them the list is brought by crl-import")
    List<String> addresses = new ArrayList<>();

    @Reference
    TrustList trust;

    @Override
    public Object execute() throws IOException {
        Authority authority =
                trust.trust(Caller.system("console"), Files.readAllBytes(Path.of(certificate)), addresses);
        System.out.println(authority.name() + " is trusted, fingerprint " + authority.fingerprint());
        return null;
    }
}
