package org.consilium.demo;

import java.time.Instant;

/**
 * The certificate of the doctor who asks.
 *
 * @param certificate base64 of DER
 * @param thumbprint SHA-1 in hex, as the plug-in names certificates
 */
public record DemoCertificate(
        String certificate,
        String ownerName,
        String issuer,
        String serial,
        Instant validFrom,
        Instant validTo,
        String algorithm,
        String thumbprint) {}
