package org.consilium.signing.provider.check;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Store;
import org.consilium.signing.api.Refusal;

/** A detached CMS message, read and bounded. */
final class SignedMessage {
    /** A signature is a few kilobytes; with a long chain and time-stamps some tens. */
    private static final int LARGEST = 1 << 20;
    /** A path is searched through all of them, so that many would be work without end. */
    private static final int MOST_CERTIFICATES = 20;

    private static final int MOST_SIGNERS = 20;

    private final CMSSignedData cms;
    private final List<SignerInformation> signers;
    private final Store<X509CertificateHolder> certificates;

    private SignedMessage(CMSSignedData cms) {
        this.cms = cms;
        signers = new ArrayList<>(cms.getSignerInfos().getSigners());
        certificates = cms.getCertificates();
    }

    static SignedMessage read(byte[] content, byte[] signature) throws RefusedException {
        if (signature.length > 2 * LARGEST) {
            throw new RefusedException(Refusal.TOO_LARGE);
        }
        try {
            byte[] der = Encoding.der(signature);
            if (der.length > LARGEST) {
                throw new RefusedException(Refusal.TOO_LARGE);
            }
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
            if (!CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
                throw new RefusedException(Refusal.SIGNATURE_MALFORMED);
            }
            SignedData data = SignedData.getInstance(info.getContent());
            if (data.getEncapContentInfo().getContent() != null) {
                throw new RefusedException(Refusal.CONTENT_ATTACHED);
            }
            SignedMessage message = new SignedMessage(new CMSSignedData(new CMSProcessableByteArray(content), info));
            if (message.signers.isEmpty()
                    || message.signers.size() > MOST_SIGNERS
                    || message.certificates.getMatches(null).size() > MOST_CERTIFICATES) {
                throw new RefusedException(Refusal.SIGNATURE_MALFORMED);
            }
            return message;
        } catch (IOException | CMSException | RuntimeException e) {
            // whatever a parser says of garbage
            throw new RefusedException(Refusal.SIGNATURE_MALFORMED);
        }
    }

    List<SignerInformation> signers() {
        return signers;
    }

    CMSSignedData cms() {
        return cms;
    }

    /** The certificate of a signer, from the message alone. */
    X509Certificate certificateOf(SignerInformation signer) throws RefusedException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = certificates.getMatches(signer.getSID());
        if (found.isEmpty()) {
            throw new RefusedException(Refusal.CERTIFICATE_MISSING);
        }
        return converted(found.iterator().next());
    }

    /** All certificates of the message: links of chains perhaps, never anchors. */
    List<X509Certificate> certificates() throws RefusedException {
        List<X509Certificate> converted = new ArrayList<>();
        for (X509CertificateHolder holder : certificates.getMatches(null)) {
            converted.add(converted(holder));
        }
        return converted;
    }

    private static X509Certificate converted(X509CertificateHolder holder) throws RefusedException {
        try {
            return Crypto.certificate(holder.getEncoded());
        } catch (CertificateException | IOException e) {
            throw new RefusedException(Refusal.SIGNATURE_MALFORMED);
        }
    }
}
