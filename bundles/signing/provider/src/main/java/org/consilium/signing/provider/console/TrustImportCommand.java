package org.consilium.signing.provider.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.kernel.Caller;
import org.consilium.signing.api.Authority;
import org.consilium.signing.api.TrustList;

/** {@code consilium:trust-import} */
@Service
@Command(
        scope = "consilium",
        name = "trust-import",
        description = "Puts the authorities of a list on the trust list: CSV with the columns certificate;crl")
public class TrustImportCommand implements Action {
    @Argument(
            name = "file",
            required = true,
            description =
                    "CSV, UTF-8: path of a certificate beside the list (or its base64), addresses separated by blanks")
    String file;

    @Reference
    TrustList trust;

    @Override
    public Object execute() throws IOException {
        Path list = Path.of(file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .build();
        int taken = 0;
        try (BufferedReader text = Files.newBufferedReader(list, StandardCharsets.UTF_8);
                CSVParser rows = format.parse(text)) {
            for (CSVRecord row : rows) {
                String named = row.get("certificate").strip();
                Path beside = named.length() > 300 ? null : list.resolveSibling(named);
                byte[] certificate = beside != null && Files.isRegularFile(beside)
                        ? Files.readAllBytes(beside)
                        : named.getBytes(StandardCharsets.US_ASCII);
                List<String> addresses = Arrays.stream(row.get("crl").split("\\s+"))
                        .filter(address -> !address.isBlank())
                        .toList();
                Authority authority = trust.trust(Caller.system("console"), certificate, addresses);
                System.out.println(authority.fingerprint() + "  " + authority.name());
                taken++;
            }
        }
        System.out.println(taken + " authorities are trusted");
        return null;
    }
}
