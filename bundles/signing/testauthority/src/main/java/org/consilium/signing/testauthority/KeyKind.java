package org.consilium.signing.testauthority;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Kinds of keys, with the algorithm that signs with them. */
public enum KeyKind {
    GOST_256("ECGOST3410-2012", "Tc26-Gost-3410-12-256-paramSetA", "GOST3411-2012-256WITHECGOST3410-2012-256"),
    /** The curve that CryptoPro CSP has used since the keys of 2001. */
    GOST_256_XA("ECGOST3410-2012", "GostR3410-2001-CryptoPro-XchA", "GOST3411-2012-256WITHECGOST3410-2012-256"),
    GOST_512("ECGOST3410-2012", "Tc26-Gost-3410-12-512-paramSetA", "GOST3411-2012-512WITHECGOST3410-2012-512"),
    RSA("RSA", null, "SHA256WithRSA"),
    ECDSA("EC", "P-256", "SHA256WithECDSA");

    private final String generator;
    private final String curve;
    private final String signatureAlgorithm;

    KeyKind(String generator, String curve, String signatureAlgorithm) {
        this.generator = generator;
        this.curve = curve;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /** As Bouncy Castle calls it. */
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    public KeyPair newKeys() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(generator, TestAuthority.PROVIDER);
            if (curve == null) {
                keys.initialize(2048);
            } else {
                keys.initialize(new ECGenParameterSpec(curve));
            }
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
