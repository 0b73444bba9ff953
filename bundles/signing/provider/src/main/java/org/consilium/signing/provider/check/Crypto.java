package org.consilium.signing.provider.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The one provider object. It is handed to every call and never registered, so that nobody else in the JVM gets other algorithms than before. */
public final class Crypto {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private Crypto() {}

    /** @throws CertificateException also for anything behind the certificate */
    public static X509Certificate certificate(byte[] der) throws CertificateException {
        InputStream in = new ByteArrayInputStream(der);
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509", PROVIDER).generateCertificate(in);
        if (certificate == null) {
            throw new CertificateException("no certificate");
        }
        return certificate;
    }
}
