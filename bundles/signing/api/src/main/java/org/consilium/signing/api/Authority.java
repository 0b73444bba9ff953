package org.consilium.signing.api;

import java.time.Instant;
import java.util.List;

/**
 * An authority of the operator's trust list.
 *
 * @param fingerprint lower-case hex SHA-256 of its certificate
 * @param name common name
 * @param listFrom when the kept revocation list was made; {@code null} for none
 * @param listUntil until when it is current
 * @param lastProblem why the last fetch brought nothing, {@code null} when it did
 */
public record Authority(
        String fingerprint,
        String name,
        Instant validFrom,
        Instant validTo,
        List<String> revocationAddresses,
        Instant listFrom,
        Instant listUntil,
        String lastProblem) {
    public Authority {
        revocationAddresses = List.copyOf(revocationAddresses);
    }
}
