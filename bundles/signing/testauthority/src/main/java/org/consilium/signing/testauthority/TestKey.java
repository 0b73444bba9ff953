package org.consilium.signing.testauthority;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.cert.X509CertificateHolder;

/** A key with its certificate. */
public record TestKey(KeyKind kind, X509CertificateHolder certificate, PrivateKey privateKey) {
    static TestKey restored(KeyKind kind, byte[] certificate, byte[] privateKey) {
        try {
            return new TestKey(
                    kind, new X509CertificateHolder(certificate), TestAuthority.privateKey(kind, privateKey));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] certificateDer() {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS 8. */
    public byte[] privateKeyDer() {
        return privateKey.getEncoded();
    }

    /** A detached CAdES-BES signature in DER, as the plug-in makes it. */
    public byte[] sign(byte[] content) {
        return new TestSignature(content).by(this).build();
    }
}
