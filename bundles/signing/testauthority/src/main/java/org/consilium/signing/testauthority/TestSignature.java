package org.consilium.signing.testauthority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes a CMS signature step by step, also such that must be refused. Not thread-safe. */
public final class TestSignature {
    private final byte[] content;
    private final List<TestKey> signers = new ArrayList<>();
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private boolean ownCertificates = true;
    private boolean attached;
    private boolean signedAttributes = true;
    private boolean signingCertificate = true;
    private boolean derOrder = true;
    private Instant claimedAt = Instant.now();

    public TestSignature(byte[] content) {
        this.content = content.clone();
    }

    public TestSignature by(TestKey signer) {
        signers.add(signer);
        return this;
    }

    /** A further certificate inside. */
    public TestSignature with(X509CertificateHolder certificate) {
        certificates.add(certificate);
        return this;
    }

    public TestSignature withoutOwnCertificates() {
        ownCertificates = false;
        return this;
    }

    public TestSignature attached() {
        attached = true;
        return this;
    }

    public TestSignature withoutSignedAttributes() {
        signedAttributes = false;
        return this;
    }

    public TestSignature withoutSigningCertificate() {
        signingCertificate = false;
        return this;
    }

    public TestSignature claimedAt(Instant time) {
        claimedAt = time;
        return this;
    }

    /** Signed attributes in another order than DER has it, signed as they stand: some tools do that. */
    public TestSignature notInDerOrder() {
        derOrder = false;
        return this;
    }

    /** The CMS in DER. */
    public byte[] build() {
        try {
            CMSSignedDataGenerator cms = new CMSSignedDataGenerator();
            for (TestKey signer : signers) {
                cms.addSignerInfoGenerator(signerInfo(signer));
                if (ownCertificates) {
                    cms.addCertificate(signer.certificate());
                }
            }
            for (X509CertificateHolder certificate : certificates) {
                cms.addCertificate(certificate);
            }
            CMSSignedData made = cms.generate(new CMSProcessableByteArray(content), attached);
            return derOrder ? made.getEncoded("DER") : reordered(made);
        } catch (CMSException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] reordered(CMSSignedData made) throws IOException {
        SignedData data = SignedData.getInstance(made.toASN1Structure().getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        ASN1EncodableVector turned = new ASN1EncodableVector();
        for (int i = signer.getAuthenticatedAttributes().size() - 1; i >= 0; i--) {
            turned.add(signer.getAuthenticatedAttributes().getObjectAt(i));
        }
        DLSet attributes = new DLSet(turned);
        TestKey key = signers.get(0);
        ContentSigner value = TestAuthority.signer(key.kind(), key.privateKey());
        value.getOutputStream().write(attributes.getEncoded(ASN1Encoding.DL));
        // by hand: the classes for it would sort the set again
        ASN1EncodableVector signed = new ASN1EncodableVector();
        signed.add(signer.getVersion());
        signed.add(signer.getSID());
        signed.add(signer.getDigestAlgorithm());
        signed.add(new DLTaggedObject(false, 0, attributes));
        signed.add(signer.getDigestEncryptionAlgorithm());
        signed.add(new DEROctetString(value.getSignature()));
        return new ContentInfo(
                        CMSObjectIdentifiers.signedData,
                        new SignedData(
                                data.getDigestAlgorithms(),
                                data.getEncapContentInfo(),
                                data.getCertificates(),
                                null,
                                new DLSet(new DLSequence(signed))))
                .getEncoded(ASN1Encoding.BER);
    }

    private SignerInfoGenerator signerInfo(TestKey signer) throws OperatorCreationException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(TestAuthority.PROVIDER)
                .build();
        SignerInfoGeneratorBuilder builder = new SignerInfoGeneratorBuilder(digests);
        builder.setDirectSignature(!signedAttributes);
        if (signedAttributes) {
            builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(signer)));
        }
        return builder.build(TestAuthority.signer(signer.kind(), signer.privateKey()), signer.certificate());
    }

    private AttributeTable attributes(TestKey signer) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(claimedAt)))));
        if (signingCertificate) {
            ESSCertIDv2 id = new ESSCertIDv2(
                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), sha256(signer.certificateDer()));
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id))));
        }
        return new AttributeTable(attributes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
