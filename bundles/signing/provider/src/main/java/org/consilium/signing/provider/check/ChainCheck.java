package org.consilium.signing.provider.check;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.signing.api.Refusal;

/**
 * The chain of a certificate up to an authority of the operator's list, and the revocation of each link. Authorities inside a signature are links at
 * best, never anchors. Revocation is looked up here and not by PKIX, which cannot say what was wrong.
 */
final class ChainCheck {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final List<Trusted> trusted;
    private final Instant now;

    /** @param now when revocation lists must be current */
    ChainCheck(List<Trusted> trusted, Instant now) {
        this.trusted = trusted;
        this.now = now;
    }

    /** The dates, which have reasons of their own. */
    static void checkDates(X509Certificate certificate, Instant at) throws RefusedException {
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            throw new RefusedException(Refusal.CERTIFICATE_NOT_YET_VALID);
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new RefusedException(Refusal.CERTIFICATE_EXPIRED);
        }
    }

    /** A certificate for signing documents, not an authority's and not one for secrets only; PKIX does not look at that. */
    static void checkUsage(X509Certificate certificate) throws RefusedException {
        boolean[] usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() >= 0
                || usage == null
                || !(usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION])) {
            throw new RefusedException(Refusal.KEY_USAGE);
        }
    }

    /**
     * Builds and checks the chain.
     *
     * @param others certificates that came with the signature
     * @param at the time at which the certificates are judged
     * @return from the certificate to the authority
     */
    List<X509Certificate> check(X509Certificate certificate, Collection<X509Certificate> others, Instant at)
            throws RefusedException {
        List<X509Certificate> chain = build(certificate, others, at);
        for (X509Certificate link : chain.subList(0, chain.size() - 1)) {
            if (!Algorithms.areGood(link)) {
                throw new RefusedException(Refusal.ALGORITHM_REFUSED);
            }
        }
        for (int i = 0; i < chain.size() - 1; i++) {
            checkRevocation(chain.get(i), chain.get(i + 1), at);
        }
        return chain;
    }

    private List<X509Certificate> build(X509Certificate certificate, Collection<X509Certificate> others, Instant at)
            throws RefusedException {
        Set<TrustAnchor> anchors = trusted.stream()
                .map(Trusted::certificate)
                .filter(authority -> isValid(authority, at))
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new RefusedException(Refusal.ISSUER_NOT_TRUSTED);
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        List<X509Certificate> known = new ArrayList<>(others);
        known.add(certificate);
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(known), Crypto.PROVIDER));
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX", Crypto.PROVIDER).build(parameters);
            List<X509Certificate> chain = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(link -> chain.add((X509Certificate) link));
            chain.add(result.getTrustAnchor().getTrustedCert());
            return chain;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new RefusedException(Refusal.ISSUER_NOT_TRUSTED);
        }
    }

    private void checkRevocation(X509Certificate certificate, X509Certificate issuer, Instant at)
            throws RefusedException {
        RevocationList list = trusted.stream()
                .filter(authority -> authority.certificate().equals(issuer))
                .map(Trusted::list)
                .filter(known -> known != null && known.isCurrent(now))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.REVOCATION_UNKNOWN));
        if (list.isRevoked(certificate, at)) {
            throw new RefusedException(Refusal.CERTIFICATE_REVOKED);
        }
    }

    private static boolean isValid(X509Certificate authority, Instant at) {
        return !at.isBefore(authority.getNotBefore().toInstant())
                && !at.isAfter(authority.getNotAfter().toInstant());
    }
}
