package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.List;

/**
 * Servers by which browsers find a way to each other.
 *
 * @param transport {@code all}, or {@code relay} when nobody shall see another's address
 * @param expiresAt when the credentials do not hold any more
 * @param now the server's clock
 */
public record Ice(List<IceServer> iceServers, String transport, Instant expiresAt, Instant now) {}
