package org.consilium.signing.provider;

import java.time.Instant;

/** Whether the doctor could sign with a certificate now, and else why not. */
public record CertificateReport(
        boolean usable,
        String code,
        String ownerName,
        String issuer,
        String serial,
        Instant validFrom,
        Instant validTo,
        String algorithm) {}
