package org.consilium.signing.testauthority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority: its certificate and key, and what it issues. Immutable. */
public final class TestAuthority {
    public static final Provider PROVIDER = new BouncyCastleProvider();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a certificate is for. */
    public enum Use {
        SIGNING(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        /** Only for secrets: not for signing. */
        ENCRYPTION(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment),
        TIME_STAMPS(KeyUsage.digitalSignature),
        AUTHORITY(KeyUsage.keyCertSign | KeyUsage.cRLSign);

        private final int bits;

        Use(int bits) {
            this.bits = bits;
        }
    }

    private final TestKey key;

    private TestAuthority(TestKey key) {
        this.key = key;
    }

    /** A root of its own, valid for ten years, the first of them past. */
    public static TestAuthority root(KeyKind kind, String name) {
        KeyPair keys = kind.newKeys();
        X500Name subject = Subject.authority(name).name();
        Instant from = Instant.now().minus(Duration.ofDays(365));
        return new TestAuthority(new TestKey(
                kind,
                certificate(
                        kind,
                        keys.getPrivate(),
                        null,
                        subject,
                        subject,
                        keys,
                        serial(),
                        Use.AUTHORITY,
                        from,
                        from.plus(Duration.ofDays(3650))),
                keys.getPrivate()));
    }

    /** An authority as it was kept: certificate in DER, key in PKCS 8. */
    public static TestAuthority restored(KeyKind kind, byte[] certificate, byte[] privateKey) {
        return new TestAuthority(TestKey.restored(kind, certificate, privateKey));
    }

    public TestKey key() {
        return key;
    }

    public byte[] certificate() {
        return key.certificateDer();
    }

    /** An authority below this one. */
    public TestAuthority subordinate(KeyKind kind, String name) {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        return new TestAuthority(
                issue(kind, Subject.authority(name), Use.AUTHORITY, from, from.plus(Duration.ofDays(1825))));
    }

    /** A certificate for signing, valid from yesterday for a year. */
    public TestKey issue(KeyKind kind, Subject subject) {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        return issue(kind, subject, Use.SIGNING, from, from.plus(Duration.ofDays(365)));
    }

    public TestKey issue(KeyKind kind, Subject subject, Use use, Instant from, Instant until) {
        return issue(kind, subject, use, from, until, serial());
    }

    /** The same with a serial number of choice, to make two that look alike. */
    public TestKey issue(KeyKind kind, Subject subject, Use use, Instant from, Instant until, BigInteger serial) {
        KeyPair keys = kind.newKeys();
        return new TestKey(
                kind,
                certificate(
                        key.kind(),
                        key.privateKey(),
                        key.certificate(),
                        key.certificate().getSubject(),
                        subject.name(),
                        keys,
                        serial,
                        use,
                        from,
                        until),
                keys.getPrivate());
    }

    /** A revocation list in DER. */
    public byte[] revocationList(Instant from, Instant until, TestKey... revoked) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(key.certificate().getSubject(), Date.from(from))
                    .setNextUpdate(Date.from(until));
            for (TestKey one : revoked) {
                list.addCRLEntry(one.certificate().getSerialNumber(), Date.from(from), CRLReason.keyCompromise);
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions().createAuthorityKeyIdentifier(key.certificate()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(from.getEpochSecond())));
            return list.build(signer(key.kind(), key.privateKey())).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A current revocation list: from an hour ago until in a week. */
    public byte[] revocationList(TestKey... revoked) {
        Instant now = Instant.now();
        return revocationList(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(7)), revoked);
    }

    private static X509CertificateHolder certificate(
            KeyKind issuerKind,
            PrivateKey issuerKey,
            X509CertificateHolder issuer,
            X500Name issuerName,
            X500Name subject,
            KeyPair keys,
            BigInteger serial,
            Use use,
            Instant from,
            Instant until) {
        try {
            SubjectPublicKeyInfo publicKey =
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
            X509v3CertificateBuilder certificate = new X509v3CertificateBuilder(
                    issuerName, serial, Date.from(from), Date.from(until), subject, publicKey);
            X509ExtensionUtils extensions = extensions();
            AuthorityKeyIdentifier authority = issuer == null
                    ? extensions.createAuthorityKeyIdentifier(publicKey)
                    : extensions.createAuthorityKeyIdentifier(issuer);
            certificate
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey))
                    .addExtension(Extension.authorityKeyIdentifier, false, authority)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(use.bits))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(use == Use.AUTHORITY));
            if (use == Use.TIME_STAMPS) {
                certificate.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return certificate.build(signer(issuerKind, issuerKey));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtensionUtils extensions() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(120, RANDOM).setBit(119);
    }

    static ContentSigner signer(KeyKind kind, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(kind.signatureAlgorithm())
                    .setProvider(PROVIDER)
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateKey(KeyKind kind, byte[] pkcs8) {
        try {
            String algorithm = kind.name().startsWith("GOST") ? "ECGOST3410-2012" : kind == KeyKind.RSA ? "RSA" : "EC";
            return KeyFactory.getInstance(algorithm, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
