package org.consilium.signing.provider.check;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** Puts the stamp of one signature onto another. */
final class StampTransplant {
    private StampTransplant() {}

    static byte[] of(byte[] stamped, byte[] bare) throws Exception {
        SignerInformation from = only(new CMSSignedData(stamped));
        CMSSignedData onto = new CMSSignedData(bare);
        SignerInformation with = SignerInformation.replaceUnsignedAttributes(only(onto), from.getUnsignedAttributes());
        return CMSSignedData.replaceSigners(onto, new SignerInformationStore(List.of(with)))
                .getEncoded();
    }

    /** A request for a stamp of other bytes. */
    static byte[] requestFor(byte[] content) {
        try {
            return new TimeStampRequestGenerator()
                    .generate(
                            NISTObjectIdentifiers.id_sha256,
                            MessageDigest.getInstance("SHA-256").digest(content),
                            BigInteger.ONE)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignerInformation only(CMSSignedData cms) {
        return cms.getSignerInfos().getSigners().iterator().next();
    }
}
