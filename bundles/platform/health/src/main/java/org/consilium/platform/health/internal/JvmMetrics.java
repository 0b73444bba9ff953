package org.consilium.platform.health.internal;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;
import org.osgi.service.component.annotations.Component;

/** The process and its virtual machine, under the names that Prometheus' own clients use. */
@Component(service = MetricSource.class)
public class JvmMetrics implements MetricSource {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    @Override
    public void tell(Metrics metrics) throws IOException, JMException {
        memory(metrics, "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        memory(metrics, "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            String name = collector.getName();
            metrics.counter(
                    "jvm_gc_collections_total",
                    "Collections of garbage.",
                    Math.max(0, collector.getCollectionCount()),
                    "gc",
                    name);
            metrics.counter(
                    "jvm_gc_seconds_total",
                    "Time of collections.",
                    Math.max(0, collector.getCollectionTime()) / MILLIS,
                    "gc",
                    name);
        }
        metrics.gauge(
                "jvm_threads_current",
                "Threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        metrics.gauge(
                "jvm_classes_loaded",
                "Loaded classes.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        metrics.gauge(
                "process_start_time_seconds",
                "Start, since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        metrics.counter("process_cpu_seconds_total", "CPU time.", attribute("ProcessCpuTime") / NANOS);
        metrics.gauge("process_open_fds", "Open files and sockets.", attribute("OpenFileDescriptorCount"));
        metrics.gauge("process_max_fds", "The most files and sockets.", attribute("MaxFileDescriptorCount"));
        Path statm = Path.of("/proc/self/statm");
        if (Files.isReadable(statm)) {
            long pages = Long.parseLong(Files.readString(statm).split(" ")[1]);
            metrics.gauge("process_resident_memory_bytes", "Resident memory.", pages * 4096.0);
        }
    }

    private static void memory(Metrics metrics, String area, MemoryUsage usage) {
        metrics.gauge("jvm_memory_used_bytes", "Used memory.", usage.getUsed(), "area", area);
        metrics.gauge(
                "jvm_memory_committed_bytes", "Memory taken from the system.", usage.getCommitted(), "area", area);
        if (usage.getMax() > 0) {
            metrics.gauge("jvm_memory_max_bytes", "The most memory.", usage.getMax(), "area", area);
        }
    }

    /** By name: the class that has these is the virtual machine's own and no package to import. */
    private static double attribute(String name) throws JMException {
        Object value = ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), name);
        return ((Number) value).doubleValue();
    }
}
