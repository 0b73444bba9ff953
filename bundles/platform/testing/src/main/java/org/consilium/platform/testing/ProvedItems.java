package org.consilium.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes which acceptance items were proved by tests that ran and passed, one file a test class under {@code target/acceptance}.
 * A failure of any run of a test takes its items back. Found by the launcher through META-INF/services.
 */
public final class ProvedItems implements TestExecutionListener {
    private static final Path FOLDER = Path.of(System.getProperty("consilium.acceptance", "target/acceptance"));

    private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> failed = new ConcurrentHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        test.getSource().ifPresent(source -> {
            boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (source instanceof MethodSource method) {
                Map<String, Set<String>> target = good ? passed : failed;
                note(target, method.getClassName(), method.getJavaMethod());
                note(target, method.getClassName(), method.getJavaClass());
            } else if (source instanceof ClassSource type && !good) {
                note(failed, type.getClassName(), type.getJavaClass());
            }
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        passed.forEach((type, items) -> {
            Set<String> proved = new TreeSet<>(items);
            proved.removeAll(failed.getOrDefault(type, Set.of()));
            try {
                Files.createDirectories(FOLDER);
                Files.write(FOLDER.resolve(type + ".txt"), proved);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void note(Map<String, Set<String>> target, String type, AnnotatedElement element) {
        Proves proves = element.getAnnotation(Proves.class);
        if (proves != null) {
            target.computeIfAbsent(type, t -> ConcurrentHashMap.newKeySet()).addAll(Set.of(proves.value()));
        }
    }
}
