package org.consilium.signing.provider.check;

import java.security.cert.X509Certificate;

/**
 * An authority of the operator's list, ready for checks.
 *
 * @param list its revocation list, {@code null} for none
 */
public record Trusted(X509Certificate certificate, RevocationList list) {}
