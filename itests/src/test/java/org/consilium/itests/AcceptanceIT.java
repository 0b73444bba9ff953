package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares docs/acceptance.md with the items that tests proved in this build (runs after all of them). Prints what is open; fails when an item
 * that docs/acceptance-proved.txt names is not proved any more, or when a test names an item that does not exist.
 */
class AcceptanceIT {
    private static final Path ROOT =
            Path.of(System.getProperty("consilium.root", "..")).normalize();

    @Test
    void whatWasProvedIsStillProved() throws IOException {
        Set<String> items = new TreeSet<>();
        Matcher rows =
                Pattern.compile("(?m)^\\| (S\\d{3}) \\|").matcher(Files.readString(ROOT.resolve("docs/acceptance.md")));
        while (rows.find()) {
            items.add(rows.group(1));
        }
        assertEquals(177, items.size());

        Set<String> proved = new TreeSet<>();
        try (Stream<Path> files =
                Files.find(ROOT, 7, (path, attributes) -> path.toString().matches(".*/target/acceptance/.*\\.txt"))) {
            for (Path file : files.toList()) {
                proved.addAll(Files.readAllLines(file));
            }
        }
        Set<String> unknown = new TreeSet<>(proved);
        unknown.removeAll(items);
        assertEquals(Set.of(), unknown, "tests name items that the list does not have");

        Set<String> open = new TreeSet<>(items);
        open.removeAll(proved);
        System.out.println("Acceptance: " + proved.size() + " of " + items.size() + " items proved; open: "
                + String.join(" ", open));

        Set<String> lost = new TreeSet<>(Files.readAllLines(ROOT.resolve("docs/acceptance-proved.txt")));
        lost.removeIf(String::isBlank);
        lost.removeAll(proved);
        assertTrue(lost.isEmpty(), "proved before and not now: " + lost);
    }
}
