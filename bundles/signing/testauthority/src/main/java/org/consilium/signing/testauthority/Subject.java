package org.consilium.signing.testauthority;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Whose certificate it is.
 *
 * @param surname {@code null} for an authority
 * @param given given name and patronymic
 * @param snils 11 digits, {@code null} for none
 */
public record Subject(String commonName, String surname, String given, String organisation, String snils) {
    private static final ASN1ObjectIdentifier SNILS = new ASN1ObjectIdentifier("1.2.643.100.3");

    public static Subject authority(String name) {
        return new Subject(name, null, null, name, null);
    }

    public static Subject person(String surname, String given, String organisation, String snils) {
        return new Subject(surname + " " + given, surname, given, organisation, snils);
    }

    X500Name name() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "RU");
        if (organisation != null) {
            name.addRDN(BCStyle.O, organisation);
        }
        if (surname != null) {
            name.addRDN(BCStyle.SURNAME, surname).addRDN(BCStyle.GIVENNAME, given);
        }
        if (snils != null) {
            name.addRDN(SNILS, new DERNumericString(snils));
        }
        return name.addRDN(BCStyle.CN, commonName).build();
    }
}
