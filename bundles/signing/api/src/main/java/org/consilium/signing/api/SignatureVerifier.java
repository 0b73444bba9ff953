package org.consilium.signing.api;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks detached CMS/CAdES signatures. The bundled one uses Bouncy Castle; a certified tool is another service with a higher
 * {@code service.ranking}. Whoever it is fails closed: what cannot be checked is refused. Thread-safe; never fetches anything that a signature or
 * certificate names.
 */
@ConsumerType
public interface SignatureVerifier {
    /**
     * Checks a signature of a document.
     *
     * @param content the signed bytes
     * @param signature CMS as DER, base64 (with or without line ends) or PEM
     * @param at the time of checking; certificates are judged at this time unless a trusted time-stamp proves an earlier one
     */
    SignatureCheck verify(byte[] content, byte[] signature, Instant at);

    /**
     * Whether somebody could sign with a certificate at that time: chain, dates, revocation, key usage, algorithm.
     *
     * @param certificate X.509 in DER
     */
    SignatureCheck check(byte[] certificate, Instant at);
}
