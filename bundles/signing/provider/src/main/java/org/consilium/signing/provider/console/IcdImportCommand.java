package org.consilium.signing.provider.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.signing.provider.IcdImport;

/** {@code consilium:icd-import} */
@Service
@Command(
        scope = "consilium",
        name = "icd-import",
        description = "Takes МКБ-10 from the export of the federal register (НСИ 1.2.643.5.1.13.13.11.1005)")
public class IcdImportCommand implements Action {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Argument(
            name = "file",
            required = true,
            description = "CSV with the columns ID;REC_CODE;MKB_CODE;MKB_NAME;ID_PARENT;ADDL_CODE;ACTUAL;DATE")
    String file;

    @Option(name = "--charset", description = "Encoding of the file, for example windows-1251")
    String charset = "UTF-8";

    @Reference
    IcdImport icd;

    @Override
    public Object execute() throws IOException {
        try (BufferedReader text = Files.newBufferedReader(Path.of(file), Charset.forName(charset))) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            IcdImport.Result result = icd.importAll(text);
            System.out.println(result.codes() + " codes, " + result.skipped() + " rows passed over");
        }
        return null;
    }
}
