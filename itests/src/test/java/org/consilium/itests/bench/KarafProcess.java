package org.consilium.itests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Karaf that is started by its script and watched from the outside; both sides of the start-up benchmark are treated alike. */
final class KarafProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Process script;
    private final long started = System.nanoTime();

    KarafProcess(Path home, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        try {
            script = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long after the start of the script the condition came true. */
    Duration until(BooleanSupplier usefulAnswer) {
        while (!usefulAnswer.getAsBoolean()) {
            if (System.nanoTime() - started > PATIENCE.toNanos() || !script.isAlive()) {
                throw new IllegalStateException("no useful answer");
            }
            sleep(PAUSE);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    long residentMegabytes() {
        return ProcessFigures.residentMegabytes(java().pid());
    }

    /** What the JVM says of its heap and classes. */
    String heap() {
        return Profile.jcmd(java().pid(), "GC.heap_info");
    }

    Duration cpuTime() {
        return ProcessFigures.cpuTime(java().pid());
    }

    @Override
    public void close() {
        ProcessHandle java = java();
        java.destroy();
        try {
            java.onExit().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            java.destroyForcibly();
        }
        script.destroy();
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle java() {
        return script.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(script.toHandle());
    }
}
