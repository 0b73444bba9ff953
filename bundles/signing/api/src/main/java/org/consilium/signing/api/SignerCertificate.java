package org.consilium.signing.api;

import java.time.Instant;

/**
 * What a certificate says of its owner.
 *
 * @param name common name, or surname and given name where the subject has them
 * @param organisation {@code null} for a certificate of a person alone
 * @param snils 11 digits of OID 1.2.643.100.3 in the subject, {@code null} without
 * @param issuer common name of the issuing authority
 * @param serial lower-case hex
 * @param algorithm «ГОСТ Р 34.10-2012, 256 бит», «RSA, 2048 бит»
 * @param tool the owner's signing tool (OID 1.2.643.100.111), {@code null} without
 * @param der the certificate, X.509 in DER
 */
public record SignerCertificate(
        String name,
        String organisation,
        String snils,
        String issuer,
        String serial,
        Instant validFrom,
        Instant validTo,
        String algorithm,
        String tool,
        byte[] der) {}
