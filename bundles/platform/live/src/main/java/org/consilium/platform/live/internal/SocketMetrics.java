package org.consilium.platform.live.internal;

import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many tabs are connected. */
@Component(service = MetricSource.class)
public class SocketMetrics implements MetricSource {
    private final SocketHub hub;

    @Activate
    public SocketMetrics(@Reference SocketHub hub) {
        this.hub = hub;
    }

    @Override
    public void tell(Metrics metrics) {
        int patients = hub.patients();
        String help = "Open sockets of the live channel.";
        metrics.gauge("consilium_live_sockets", help, (double) hub.size() - patients, "kind", "staff");
        metrics.gauge("consilium_live_sockets", help, patients, "kind", "patients");
    }
}
