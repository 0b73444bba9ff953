package org.consilium.conferencing.api;

/**
 * What a participant's page measured.
 *
 * @param rung what it still sends
 * @param lossPercent packets lost, 0 to 100
 * @param roundTripMs milliseconds
 */
public record Quality(Level level, Rung rung, double lossPercent, int roundTripMs) {
    /** The badge. */
    public enum Level {
        GOOD,
        FAIR,
        POOR,
        LOST
    }

    /** Steps from the best picture down to what is left without sound. */
    public enum Rung {
        V720,
        V360,
        V180,
        AUDIO,
        CHAT
    }
}
