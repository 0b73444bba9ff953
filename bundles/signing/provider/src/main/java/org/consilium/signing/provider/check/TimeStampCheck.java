package org.consilium.signing.provider.check;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.consilium.signing.api.Refusal;

/**
 * The time-stamp of a signature (CAdES-T). One of a service of the operator's list proves a time; one of a stranger proves nothing and is passed over;
 * one that is not of this signature is refused.
 */
public final class TimeStampCheck {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final List<Trusted> trusted;
    private final Instant now;

    TimeStampCheck(List<Trusted> trusted, Instant now) {
        this.trusted = trusted;
        this.now = now;
    }

    /** @return the proved time, empty without a stamp of a trusted service */
    Optional<Instant> provedTime(SignerInformation signer) throws RefusedException {
        AttributeTable attributes = signer.getUnsignedAttributes();
        Attribute stamp =
                attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamp == null) {
            return Optional.empty();
        }
        try {
            TimeStampToken token = new TimeStampToken(
                    ContentInfo.getInstance(stamp.getAttrValues().getObjectAt(0)));
            checkSigns(token, signer.getSignature());
            return isTrusted(token)
                    ? Optional.of(token.getTimeStampInfo().getGenTime().toInstant())
                    : Optional.empty();
        } catch (TSPException | IOException | CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new RefusedException(Refusal.TIME_STAMP_WRONG);
        } catch (RuntimeException e) {
            throw new RefusedException(Refusal.TIME_STAMP_WRONG);
        }
    }

    /** Whether a token is of these bytes, and its own signature good. */
    static void checkSigns(TimeStampToken token, byte[] stamped)
            throws TSPException, CMSException, GeneralSecurityException, OperatorCreationException, IOException,
                    RefusedException {
        String digest = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        if (!Algorithms.isDigest(digest)) {
            throw new RefusedException(Refusal.TIME_STAMP_WRONG);
        }
        byte[] actual = MessageDigest.getInstance(digest, Crypto.PROVIDER).digest(stamped);
        if (!MessageDigest.isEqual(actual, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new RefusedException(Refusal.TIME_STAMP_WRONG);
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Crypto.PROVIDER)
                .build(certificateOf(token)));
    }

    private boolean isTrusted(TimeStampToken token) throws IOException, CertificateException {
        Instant stamped = token.getTimeStampInfo().getGenTime().toInstant();
        if (stamped.isAfter(now.plus(SKEW))) {
            return false;
        }
        List<X509Certificate> others = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            others.add(Crypto.certificate(holder.getEncoded()));
        }
        try {
            // not «at the stamped time»: a stolen key of a service could date back
            new ChainCheck(trusted, now)
                    .check(Crypto.certificate(certificateOf(token).getEncoded()), others, now);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static X509CertificateHolder certificateOf(TimeStampToken token) throws CertificateException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
        if (found.isEmpty()) {
            throw new CertificateException("no certificate of the service");
        }
        return found.iterator().next();
    }
}
