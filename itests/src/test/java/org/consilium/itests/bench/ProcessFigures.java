package org.consilium.itests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Linux knows of a process and of the machine, from {@code /proc}. */
final class ProcessFigures {
    /** Linux shows CPU time in hundredths of a second to user space. */
    private static final Duration TICK = Duration.ofMillis(10);

    private ProcessFigures() {}

    /** Resident memory in MB. */
    static long residentMegabytes(long pid) {
        return status(pid, "VmRSS:") / 1024;
    }

    /** CPU time of a process so far, of all its threads, in user space and kernel. */
    static Duration cpuTime(long pid) {
        String stat = read("/proc/" + pid + "/stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // utime and stime, fields 14 and 15; the first two were cut off
        return TICK.multipliedBy(Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    /** CPU time of a process and those of its children that live. */
    static Duration cpuTimeWithChildren(ProcessHandle process) {
        return process.descendants().map(ProcessFigures::cpuTimeIfAlive).reduce(cpuTime(process.pid()), Duration::plus);
    }

    /** The average number of runnable processes in the last minute. */
    static double load() {
        return Double.parseDouble(read("/proc/loadavg").split(" ")[0]);
    }

    static long totalMegabytes() {
        return value(read("/proc/meminfo"), "MemTotal:") / 1024;
    }

    static String processor() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static Duration cpuTimeIfAlive(ProcessHandle process) {
        try {
            return cpuTime(process.pid());
        } catch (UncheckedIOException e) {
            return Duration.ZERO;
        }
    }

    private static long status(long pid, String name) {
        return value(read("/proc/" + pid + "/status"), name);
    }

    private static long value(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
