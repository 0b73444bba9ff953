package org.consilium.platform.health;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes figures. Names follow Prometheus: {@code consilium_events_waiting}, counters end in {@code _total}, units are seconds and bytes.
 * Labels are given as name, value, name, value; the values of a label are few and known beforehand. Not thread-safe.
 */
@ProviderType
public interface Metrics {
    /** A value that rises and falls. */
    void gauge(String name, String help, double value, String... labels);

    /** A value that only rises while the process lives. */
    void counter(String name, String help, double value, String... labels);

    /** How long something took. */
    void durations(String name, String help, Durations durations, String... labels);
}
