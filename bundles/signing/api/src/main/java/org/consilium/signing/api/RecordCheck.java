package org.consilium.signing.api;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks a sealed record without the system that made it: {@code java -cp org.consilium.signing.api-….jar
 * org.consilium.signing.api.RecordCheck record.txt [seal]}. Ends with 0 when nothing was changed, 1 when something was, 2 when it could not look.
 */
public final class RecordCheck {
    private RecordCheck() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length < 1 || arguments.length > 2) {
            out.println("usage: RecordCheck record.txt [seal from the audit trail]");
            return 2;
        }
        try {
            String text = Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8);
            SealedRecord.Finding finding = SealedRecord.check(text, arguments.length == 2 ? arguments[1] : null);
            out.println(
                    finding.isUnchanged()
                            ? "unchanged, seal " + finding.seal()
                            : "CHANGED, line " + finding.line() + ": " + finding.problem());
            return finding.isUnchanged() ? 0 : 1;
        } catch (IOException e) {
            out.println("cannot read the file: " + e.getClass().getSimpleName());
            return 2;
        }
    }
}
