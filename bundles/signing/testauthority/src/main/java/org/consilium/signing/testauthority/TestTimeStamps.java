package org.consilium.signing.testauthority;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** A time-stamp service (RFC 3161). */
public final class TestTimeStamps {
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256.getId(),
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512.getId());

    private final TestKey key;

    /** @param key issued for {@link TestAuthority.Use#TIME_STAMPS} */
    public TestTimeStamps(TestKey key) {
        this.key = key;
    }

    /** The answer to a request, both in DER. */
    public byte[] answer(byte[] request, Instant time) {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(TestAuthority.PROVIDER)
                    .build();
            SignerInfoGenerator signer = new SignerInfoGeneratorBuilder(digests)
                    .build(TestAuthority.signer(key.kind(), key.privateKey()), key.certificate());
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    signer,
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.2.3.4.1"));
            tokens.addCertificates(new CollectionStore<>(List.of(key.certificate())));
            return new TimeStampResponseGenerator(tokens, DIGESTS)
                    .generate(asked, BigInteger.valueOf(time.toEpochMilli()), Date.from(time))
                    .getEncoded();
        } catch (TSPException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
