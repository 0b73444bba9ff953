package org.consilium.itests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** The page {@code docs/benchmarks/<name>.md} of a run: what it says of the machine is the same for every benchmark. */
final class Report {
    private static final Path FOLDER =
            Path.of(System.getProperty("consilium.root", "..")).resolve("docs/benchmarks");

    private final String name;
    private final double loadBefore = ProcessFigures.load();
    private final StringBuilder text = new StringBuilder();

    Report(String name, String title) {
        this.name = name;
        line("# " + title);
        line("");
        line("Written by `itests/bench/" + name + "`; every figure of this page is of one run.");
        line("");
    }

    Report line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
        return this;
    }

    /** One line of the verdict. */
    Report aim(String aim, boolean met, String figure) {
        return line("- " + (met ? "**met**" : "**missed**") + " · " + aim + " · measured " + figure);
    }

    Report machine() {
        line("");
        line("## Machine");
        line("");
        line(
                "%d cores (%s), %.0f GB of memory, Linux %s, Java %s.",
                Runtime.getRuntime().availableProcessors(),
                ProcessFigures.processor(),
                ProcessFigures.totalMegabytes() / 1024.0,
                System.getProperty("os.version"),
                System.getProperty("java.version"));
        double loadAfter = ProcessFigures.load();
        line(
                "Load (1-minute average) before the run %.1f, at its end %.1f. %s",
                loadBefore, loadAfter, verdictOnLoad());
        return line("Date: %s.", LocalDate.now());
    }

    /** Writes the page. */
    void write() {
        try {
            Files.createDirectories(FOLDER);
            Path page = FOLDER.resolve(name + ".md");
            Files.writeString(page, text);
            System.out.println(text);
            System.out.println("written to " + page.normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String verdictOnLoad() {
        return loadBefore < 2
                ? "The machine was quiet when the run began."
                : "**The machine was busy with other work when the run began:** times, and ratios of times, say little; compare CPU time."
                        + " Repeat the run when the load is below 2.";
    }
}
