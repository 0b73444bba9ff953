package org.consilium.registry.provider.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.consilium.kernel.Caller;
import org.consilium.registry.api.ImportResult;
import org.consilium.registry.api.PersonImport;

/** {@code consilium:person-import FILE} */
@Service
@Command(
        scope = "consilium",
        name = "person-import",
        description = "Takes persons out of a CSV file into the embedded registry; may be run again, removes nobody")
public class PersonImportCommand implements Action {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Argument(
            name = "file",
            required = true,
            description = "Path of the file; its first line names the columns id, surname, name, patronymic, birthDate,"
                    + " sex, snils, policy, passport")
    String file;

    @Option(name = "--delimiter", description = "What stands between two columns")
    String delimiter = ";";

    @Option(name = "--charset", description = "Encoding of the file, for example windows-1251")
    String charset = "UTF-8";

    @Reference
    PersonImport persons;

    @Override
    public Object execute() throws IOException {
        ImportResult result;
        try (BufferedReader text = Files.newBufferedReader(Path.of(file), Charset.forName(charset))) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            result = persons.importAll(Caller.system("console"), new PersonCsv(text, delimiter.charAt(0)));
        } catch (UncheckedIOException e) {
            throw new IOException("The file cannot be read as " + charset + "; another --charset?", e);
        }
        System.out.printf(
                "%d added, %d changed, %d unchanged, %d rejected%n",
                result.added(), result.changed(), result.unchanged(), result.rejected());
        for (ImportResult.Rejection rejection : result.rejections()) {
            // the first person stands below the names of the columns
            System.out.printf(
                    "person %d: %s%n",
                    rejection.position() + 1,
                    rejection.problems().stream()
                            .map(problem -> problem.field() + " " + problem.code())
                            .collect(Collectors.joining(", ")));
        }
        if (result.rejected() > result.rejections().size()) {
            System.out.println("… and more");
        }
        return null;
    }
}
