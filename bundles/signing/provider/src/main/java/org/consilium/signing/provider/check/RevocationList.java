package org.consilium.signing.provider.check;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/**
 * A revocation list whose signature is that of its authority, as a table of serial numbers: a list of an authority may have hundreds of thousands of
 * entries, and Bouncy Castle's own look-up reads through them.
 */
public final class RevocationList {
    /** Clocks of authorities are not ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Instant from;
    private final Instant until;
    private final Map<BigInteger, Instant> revoked;

    private RevocationList(Instant from, Instant until, Map<BigInteger, Instant> revoked) {
        this.from = from;
        this.until = until;
        this.revoked = revoked;
    }

    /**
     * Reads a list.
     *
     * @throws CRLException when it is not a whole list of the authority: of another one, broken, without an end, a delta, only of a part
     */
    public static RevocationList of(byte[] der, X509Certificate authority) throws CRLException {
        try {
            X509CRL list = (X509CRL)
                    CertificateFactory.getInstance("X.509", Crypto.PROVIDER).generateCRL(new ByteArrayInputStream(der));
            if (list == null) {
                throw new CRLException("no list");
            }
            if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                throw new CRLException("of another authority");
            }
            list.verify(authority.getPublicKey(), Crypto.PROVIDER);
            checkWhole(list);
            return new RevocationList(
                    list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant(), entries(list));
        } catch (CRLException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new CRLException(e.getClass().getSimpleName());
        }
    }

    private static void checkWhole(X509CRL list) throws CRLException {
        if (list.getNextUpdate() == null) {
            throw new CRLException("without an end");
        }
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical == null) {
            return;
        }
        for (String oid : critical) {
            if (!oid.equals(Extension.issuingDistributionPoint.getId())) {
                throw new CRLException("a critical extension that is not understood");
            }
            IssuingDistributionPoint part = IssuingDistributionPoint.getInstance(
                    ASN1OctetString.getInstance(list.getExtensionValue(oid)).getOctets());
            if (part.isIndirectCRL()
                    || part.onlyContainsAttributeCerts()
                    || part.onlyContainsCACerts()
                    || part.getOnlySomeReasons() != null) {
                throw new CRLException("only a part of a list");
            }
        }
    }

    private static Map<BigInteger, Instant> entries(X509CRL list) {
        Map<BigInteger, Instant> entries = new HashMap<>();
        Set<? extends X509CRLEntry> found = list.getRevokedCertificates();
        if (found != null) {
            found.forEach(entry -> entries.put(
                    entry.getSerialNumber(), entry.getRevocationDate().toInstant()));
        }
        return Map.copyOf(entries);
    }

    public Instant from() {
        return from;
    }

    public Instant until() {
        return until;
    }

    boolean isCurrent(Instant at) {
        return !at.plus(SKEW).isBefore(from) && at.isBefore(until);
    }

    /** Whether the certificate was revoked at a time that lies before the given one. */
    boolean isRevoked(X509Certificate certificate, Instant at) {
        Instant since = revoked.get(certificate.getSerialNumber());
        return since != null && !since.isAfter(at);
    }
}
