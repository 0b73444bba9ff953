package org.consilium.conferencing.api;

/**
 * How a participant gets to the media.
 *
 * @param access what the page gives to the engine's library (OpenVidu: the token, a {@code wss:} address); {@code null} when it needs nothing
 * @param connection the engine's name for this participant's connection, for {@link ConferenceEngine#remove}; {@code null} when there is none
 */
public record EngineAccess(String access, String connection) {
    /** For engines without a server. */
    public static final EngineAccess NONE = new EngineAccess(null, null);
}
