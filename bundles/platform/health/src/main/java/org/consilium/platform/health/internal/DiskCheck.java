package org.consilium.platform.health.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Room for the database, documents and logs. A full disk stops everything that writes. */
@Component(
        service = {HealthCheck.class, MetricSource.class},
        configurationPid = HealthConfig.PID)
public class DiskCheck implements HealthCheck, MetricSource {
    private static final long MIB = 1L << 20;

    private final List<Path> folders;
    private final long warn;
    private final long critical;

    @Activate
    public DiskCheck(HealthConfig config) {
        this(
                List.of(
                        Path.of(System.getProperty("karaf.base", "."), "var"),
                        Path.of(System.getProperty("karaf.data", "."))),
                config.diskWarnMib(),
                config.diskCriticalMib());
    }

    DiskCheck(List<Path> folders, int warnMib, int criticalMib) {
        this.folders = folders;
        warn = warnMib * MIB;
        critical = criticalMib * MIB;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public boolean isVital() {
        return true;
    }

    @Override
    public Health check() throws IOException {
        Health health = null;
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                long free = Files.getFileStore(folder).getUsableSpace();
                Status status = free < critical ? Status.CRITICAL : free < warn ? Status.WARN : Status.OK;
                Health one = Health.of(status, folder.getFileName() + ": " + free / MIB + " MiB free");
                health = health == null ? one : health.and(one);
            }
        }
        return health == null ? Health.ok("nothing stored yet") : health;
    }

    @Override
    public void tell(Metrics metrics) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                metrics.gauge(
                        "consilium_disk_free_bytes",
                        "Room where the folder lies.",
                        Files.getFileStore(folder).getUsableSpace(),
                        "folder",
                        folder.getFileName().toString());
            }
        }
    }
}
