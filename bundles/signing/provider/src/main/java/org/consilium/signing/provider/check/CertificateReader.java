package org.consilium.signing.provider.check;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.consilium.signing.api.SignerCertificate;

/** What a certificate says of its owner. */
public final class CertificateReader {
    private static final ASN1ObjectIdentifier SNILS = new ASN1ObjectIdentifier("1.2.643.100.3");
    private static final String TOOL = "1.2.643.100.111";
    private static final int SNILS_DIGITS = 11;

    private CertificateReader() {}

    public static SignerCertificate read(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        try {
            return new SignerCertificate(
                    personName(subject),
                    value(subject, BCStyle.O),
                    snils(subject),
                    firstOf(value(issuer, BCStyle.CN), issuer.toString()),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    Algorithms.name(certificate.getPublicKey()),
                    tool(certificate),
                    certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e.getClass().getSimpleName());
        }
    }

    /** For authorities. */
    public static String commonName(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return firstOf(value(subject, BCStyle.CN), subject.toString());
    }

    private static String personName(X500Name subject) {
        String surname = value(subject, BCStyle.SURNAME);
        String given = value(subject, BCStyle.GIVENNAME);
        return surname != null && given != null
                ? surname + " " + given
                : firstOf(value(subject, BCStyle.CN), subject.toString());
    }

    /** The one СНИЛС of the subject; with two of them nobody knows whose certificate it is. */
    private static String snils(X500Name subject) {
        RDN[] found = subject.getRDNs(SNILS);
        if (found.length != 1 || found[0].isMultiValued()) {
            return null;
        }
        String digits = text(found[0]).replaceAll("[ -]", "");
        return digits.matches("\\d{" + SNILS_DIGITS + "}") ? digits : null;
    }

    private static String value(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0 ? null : text(found[0]);
    }

    private static String text(RDN rdn) {
        return rdn.getFirst().getValue() instanceof ASN1String string
                ? string.getString().strip()
                : IETFUtils.valueToString(rdn.getFirst().getValue());
    }

    private static String tool(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(TOOL);
        if (extension == null) {
            return null;
        }
        try {
            return ASN1Primitive.fromByteArray(
                                    ASN1OctetString.getInstance(extension).getOctets())
                            instanceof ASN1String string
                    ? string.getString()
                    : null;
        } catch (java.io.IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String firstOf(String first, String second) {
        return first == null ? second : first;
    }
}
