package org.consilium.signing.provider.check;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The algorithms that are taken. Everything else is refused, also what Bouncy Castle could check. */
final class Algorithms {
    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_CURVE = 256;

    private static final String GOST_256_KEY = "1.2.643.7.1.1.1.1";
    private static final String GOST_512_KEY = "1.2.643.7.1.1.1.2";
    private static final String RSA_KEY = "1.2.840.113549.1.1.1";
    private static final String EC_KEY = "1.2.840.10045.2.1";

    private static final Map<String, String> GOST_KEYS = Map.of(
            GOST_256_KEY, "ГОСТ Р 34.10-2012, 256 бит",
            GOST_512_KEY, "ГОСТ Р 34.10-2012, 512 бит");

    /** GOST R 34.11-2012 with 256 and 512 bits, SHA-2. */
    private static final Set<String> DIGESTS = Set.of(
            "1.2.643.7.1.1.2.2",
            "1.2.643.7.1.1.2.3",
            "2.16.840.1.101.3.4.2.1",
            "2.16.840.1.101.3.4.2.2",
            "2.16.840.1.101.3.4.2.3");

    /** With a digest in the name, as certificates and lists have it. */
    private static final Set<String> WITH_DIGEST = Set.of(
            "1.2.643.7.1.1.3.2",
            "1.2.643.7.1.1.3.3",
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4");

    private Algorithms() {}

    static boolean isDigest(String oid) {
        return DIGESTS.contains(oid);
    }

    /** A signer's algorithm may also be the key's alone: the digest stands beside it. */
    static boolean isSignature(String oid) {
        return WITH_DIGEST.contains(oid) || GOST_KEYS.containsKey(oid) || RSA_KEY.equals(oid);
    }

    /** Whether a certificate is signed by an algorithm of the list, and its own key is of one. */
    static boolean areGood(X509Certificate certificate) {
        return WITH_DIGEST.contains(certificate.getSigAlgOID()) && isKey(certificate.getPublicKey());
    }

    private static boolean isKey(PublicKey key) {
        String oid = oid(key);
        if (GOST_KEYS.containsKey(oid)) {
            return true;
        }
        if (RSA_KEY.equals(oid) && key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= SHORTEST_RSA;
        }
        return EC_KEY.equals(oid)
                && key instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() >= SHORTEST_CURVE;
    }

    /** For people. */
    static String name(PublicKey key) {
        String oid = oid(key);
        if (GOST_KEYS.containsKey(oid)) {
            return GOST_KEYS.get(oid);
        }
        if (key instanceof RSAPublicKey rsa) {
            return "RSA, " + rsa.getModulus().bitLength() + " бит";
        }
        if (key instanceof ECPublicKey ec) {
            return "ECDSA, " + ec.getParams().getOrder().bitLength() + " бит";
        }
        return key.getAlgorithm();
    }

    private static String oid(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getAlgorithm()
                .getId();
    }
}
