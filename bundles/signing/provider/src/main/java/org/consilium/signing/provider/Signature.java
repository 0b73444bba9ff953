package org.consilium.signing.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A signature as people see it.
 *
 * @param code why it is not good, or why it cannot be checked
 * @param claimedAt when the signer says that he signed
 * @param retryAt when it is checked again
 */
public record Signature(
        UUID id,
        SignatureState state,
        String code,
        String signerName,
        String organisation,
        String issuer,
        String serial,
        Instant validFrom,
        Instant validTo,
        String algorithm,
        String tool,
        Instant claimedAt,
        Instant receivedAt,
        Instant checkedAt,
        Instant timeStampedAt,
        Instant retryAt) {}
