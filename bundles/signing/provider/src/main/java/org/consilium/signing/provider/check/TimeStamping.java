package org.consilium.signing.provider.check;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Makes a CAdES-T of a CAdES-BES: the time-stamp of the signature's value becomes an unsigned attribute; what was signed stays as it is. */
public final class TimeStamping {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeStamping() {}

    /** Asks a time-stamp service. */
    @FunctionalInterface
    public interface Service {
        /** @param request RFC 3161 request in DER */
        byte[] ask(byte[] request) throws IOException;
    }

    /**
     * Adds a stamp to every signer that has none.
     *
     * @param signature CMS in DER, base64 or PEM
     * @return CMS in DER
     * @throws IOException when the service does not give a good stamp
     */
    public static byte[] stamp(byte[] signature, Service service) throws IOException {
        try {
            CMSSignedData cms = new CMSSignedData(Encoding.der(signature));
            List<SignerInformation> stamped = new ArrayList<>();
            for (SignerInformation signer : cms.getSignerInfos().getSigners()) {
                stamped.add(stamped(signer, service));
            }
            return CMSSignedData.replaceSigners(cms, new SignerInformationStore(stamped))
                    .getEncoded();
        } catch (CMSException
                | TSPException
                | GeneralSecurityException
                | OperatorCreationException
                | RefusedException
                | RuntimeException e) {
            throw new IOException("no good time-stamp: " + e.getClass().getSimpleName());
        }
    }

    private static SignerInformation stamped(SignerInformation signer, Service service)
            throws IOException, TSPException, GeneralSecurityException, CMSException, OperatorCreationException,
                    RefusedException {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        if (unsigned != null && unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken) != null) {
            return signer;
        }
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        ASN1ObjectIdentifier digest = new ASN1ObjectIdentifier(signer.getDigestAlgOID());
        TimeStampRequest request = requests.generate(
                digest,
                MessageDigest.getInstance(digest.getId(), Crypto.PROVIDER).digest(signer.getSignature()),
                new BigInteger(64, RANDOM));
        TimeStampResponse answer = new TimeStampResponse(service.ask(request.getEncoded()));
        answer.validate(request);
        if (answer.getTimeStampToken() == null) {
            throw new TSPException("refused");
        }
        TimeStampCheck.checkSigns(answer.getTimeStampToken(), signer.getSignature());
        Attribute stamp = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                new DERSet(answer.getTimeStampToken().toCMSSignedData().toASN1Structure()));
        AttributeTable with = unsigned == null
                ? new AttributeTable(stamp)
                : unsigned.add(stamp.getAttrType(), stamp.getAttrValues().getObjectAt(0));
        return SignerInformation.replaceUnsignedAttributes(signer, with);
    }
}
