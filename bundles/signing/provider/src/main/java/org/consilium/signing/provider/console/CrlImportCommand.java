package org.consilium.signing.provider.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.kernel.Caller;
import org.consilium.signing.api.Authority;
import org.consilium.signing.api.TrustList;

/** {@code consilium:crl-import} */
@Service
@Command(
        scope = "consilium",
        name = "crl-import",
        description = "Keeps a revocation list that came as a file, for installations without a way out")
public class CrlImportCommand implements Action {
    @Argument(name = "file", required = true, description = "The list, DER or PEM")
    String file;

    @Reference
    TrustList trust;

    @Override
    public Object execute() throws IOException {
        Authority authority = trust.keepRevocationList(Caller.system("console"), Files.readAllBytes(Path.of(file)));
        System.out.println(authority.name() + ": current until " + authority.listUntil());
        return null;
    }
}
