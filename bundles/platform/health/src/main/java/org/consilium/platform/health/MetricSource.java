package org.consilium.platform.health;

import org.osgi.annotation.versioning.ConsumerType;

/** Has figures to tell when they are asked for. Register it as a service. Thread-safe; given up after some seconds. */
@ConsumerType
public interface MetricSource {
    /** Tells all figures. Nothing of a person: neither in names nor in labels. */
    void tell(Metrics metrics) throws Exception;
}
