package org.consilium.conferencing.api;

import java.time.Instant;
import java.util.UUID;

/**
 * The patient's check of devices and network before the call.
 *
 * @param udp whether a relay was reached over UDP, {@code null} when not tried; {@code tcp} likewise
 * @param lossPercent 0 to 100, {@code null} when not measured
 * @param cause what the page found to be the trouble, {@code null} when all is well or it is not known
 * @param browser name and version, at most 200 characters
 */
public record DeviceCheck(
        UUID requestId,
        Instant at,
        Outcome outcome,
        Device camera,
        Device microphone,
        Device sound,
        Boolean udp,
        Boolean tcp,
        Double lossPercent,
        Integer kilobitsPerSecond,
        Integer roundTripMs,
        Cause cause,
        String browser) {
    /** The whole in a word. */
    public enum Outcome {
        OK,
        /** A call is possible with something missing. */
        LIMITED,
        FAILED
    }

    /** One device. */
    public enum Device {
        OK,
        DENIED,
        MISSING,
        BUSY,
        FAILED,
        SKIPPED
    }

    /** The six causes of the manual (S145-S150) and a missing device. */
    public enum Cause {
        PERMISSION,
        BUSY_DEVICE,
        UDP_BLOCKED,
        EXTENSION,
        SEVERAL_ADAPTERS,
        BROWSER,
        NO_DEVICE
    }
}
