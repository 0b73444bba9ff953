package org.consilium.signing.provider.check;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSPatchKit;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.consilium.signing.api.Refusal;

/** The cryptographic part of one signer: attributes, digest, value of the signature. Says nothing of trust. */
final class SignerCheck {
    private final SignerInformation signer;
    private final X509Certificate certificate;

    SignerCheck(SignerInformation signer, X509Certificate certificate) {
        this.signer = signer;
        this.certificate = certificate;
    }

    void check() throws RefusedException {
        if (!Algorithms.isDigest(signer.getDigestAlgOID()) || !Algorithms.isSignature(signer.getEncryptionAlgOID())) {
            throw new RefusedException(Refusal.ALGORITHM_REFUSED);
        }
        if (signer.getSignedAttributes() == null) {
            throw new RefusedException(Refusal.NO_SIGNED_ATTRIBUTES);
        }
        checkNamedCertificate();
        checkValue();
    }

    /** The signing time that the signer wrote himself. */
    Instant claimedAt() {
        try {
            ASN1Encodable value = only(CMSAttributes.signingTime);
            return value == null ? null : Time.getInstance(value).getDate().toInstant();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return null;
        }
    }

    /** Only the certificate that the signer himself named makes a CAdES-BES: else somebody could put another one beside his signature. */
    private void checkNamedCertificate() throws RefusedException {
        try {
            ASN1Encodable value = only(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (value == null) {
                throw new RefusedException(Refusal.NO_SIGNING_CERTIFICATE);
            }
            ESSCertIDv2[] named = SigningCertificateV2.getInstance(value).getCerts();
            if (named.length == 0) {
                throw new RefusedException(Refusal.NO_SIGNING_CERTIFICATE);
            }
            String digest = named[0].getHashAlgorithm().getAlgorithm().getId();
            if (!Algorithms.isDigest(digest)) {
                throw new RefusedException(Refusal.ALGORITHM_REFUSED);
            }
            byte[] actual = MessageDigest.getInstance(digest, Crypto.PROVIDER).digest(certificate.getEncoded());
            if (!MessageDigest.isEqual(actual, named[0].getCertHash())) {
                throw new RefusedException(Refusal.CERTIFICATE_SWAPPED);
            }
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw new RefusedException(Refusal.NO_SIGNING_CERTIFICATE);
        }
    }

    private ASN1Encodable only(ASN1ObjectIdentifier type) {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute attribute = attributes == null ? null : attributes.get(type);
        return attribute == null || attribute.getAttrValues().size() != 1
                ? null
                : attribute.getAttrValues().getObjectAt(0);
    }

    private void checkValue() throws RefusedException {
        try {
            SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build(certificate.getPublicKey());
            // some tools write the signed attributes in another order than DER has it, and sign them as they wrote them
            if (!verify(signer, verifier) && !verify(CMSPatchKit.createNonDERSignerInfo(signer), verifier)) {
                throw new RefusedException(Refusal.SIGNATURE_BROKEN);
            }
        } catch (CMSSignerDigestMismatchException e) {
            throw new RefusedException(Refusal.CONTENT_CHANGED);
        } catch (OperatorCreationException | CMSException | RuntimeException e) {
            throw new RefusedException(Refusal.SIGNATURE_BROKEN);
        }
    }

    private static boolean verify(SignerInformation signer, SignerInformationVerifier verifier) throws CMSException {
        return signer.verify(verifier);
    }
}
