package org.consilium.itests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a process spends its CPU time, by Flight Recorder: samples by thread, by layer and by the topmost method. */
final class Profile {
    /** The topmost frame of a stack that belongs to one of these says whose time it is. */
    private static final Map<String, String> LAYERS = new LinkedHashMap<>();

    static {
        LAYERS.put("org.postgresql", "PostgreSQL driver");
        LAYERS.put("org.eclipse.persistence", "EclipseLink");
        LAYERS.put("org.apache.commons.dbcp2", "pool");
        LAYERS.put("org.apache.commons.pool2", "pool");
        LAYERS.put("org.apache.geronimo", "transaction manager");
        LAYERS.put("org.apache.aries", "Aries JPA and transactions");
        LAYERS.put("com.fasterxml.jackson", "Jackson");
        LAYERS.put("org.apache.cxf", "CXF");
        LAYERS.put("org.eclipse.jetty", "Jetty");
        LAYERS.put("org.ops4j", "Pax");
        LAYERS.put("org.consilium", "Consilium");
        LAYERS.put("org.flywaydb", "Flyway");
        LAYERS.put("org.h2", "H2");
        LAYERS.put("org.apache.felix.scr", "Felix SCR");
        LAYERS.put("org.apache.felix", "Felix");
        LAYERS.put("org.apache.karaf", "Karaf");
    }

    private final Map<String, Integer> threads = new TreeMap<>();
    private final Map<String, Integer> layers = new TreeMap<>();
    private final Map<String, Integer> methods = new TreeMap<>();
    private final Map<String, Integer> entries = new TreeMap<>();
    private int samples;

    private Profile() {}

    /** Begins to sample a process. */
    static void start(long pid) {
        jcmd(pid, "JFR.start", "name=bench", "settings=profile");
    }

    /** Ends it and reads the samples of threads that run Java code. */
    static Profile stop(long pid, Path file) {
        jcmd(pid, "JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
        return read(file);
    }

    /** The samples of a recording. */
    static Profile read(Path file) {
        Profile profile = new Profile();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    profile.add(event);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return profile;
    }

    /** @param of what was recorded */
    void describe(Report report, String of) {
        report.line("Flight Recorder, %d samples of running Java threads in %s.", samples, of);
        table(report, "threads", threads, 6);
        table(report, "layer of the topmost known frame", layers, 14);
        table(report, "method of ours that is nearest to the top (with all that it calls)", entries, 20);
        table(report, "topmost method", methods, 20);
    }

    private void add(RecordedEvent event) {
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        samples++;
        count(threads, event.getThread("sampledThread").getJavaName().replaceAll("\\d+.*", "*"));
        count(methods, name(frames.get(0)));
        count(
                layers,
                frames.stream()
                        .map(Profile::layer)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse("JDK and other"));
        count(
                entries,
                frames.stream()
                        .map(Profile::name)
                        .filter(name -> name.startsWith("org.consilium") && !name.contains("$$Lambda"))
                        .findFirst()
                        .orElse("none: before, after or beside our code"));
    }

    private void table(Report report, String title, Map<String, Integer> counts, int rows) {
        report.line("");
        report.line("| %s | samples |", title);
        report.line("|---|---:|");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(rows)
                .forEach(e -> report.line(
                        "| %s | %.1f %% |", e.getKey().replace("org.consilium.", ""), 100.0 * e.getValue() / samples));
    }

    private static String layer(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return LAYERS.entrySet().stream()
                .filter(l -> type.startsWith(l.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    /** Asks the JVM of a process. */
    static String jcmd(long pid, String... command) {
        try {
            var line = new java.util.ArrayList<>(List.of("jcmd", String.valueOf(pid)));
            line.addAll(List.of(command));
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
