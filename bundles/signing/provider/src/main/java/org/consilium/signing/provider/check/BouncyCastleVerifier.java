package org.consilium.signing.provider.check;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cms.SignerInformation;
import org.consilium.signing.api.Refusal;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.api.SignatureVerifier;
import org.consilium.signing.api.SignerCertificate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The bundled check. Cryptography first, so that what is said of a certificate is said of the one that signed; then dates, use, chain and revocation.
 * The first thing that is wrong is the answer; one bad signer among good ones refuses the whole signature.
 */
@Component(service = SignatureVerifier.class)
public class BouncyCastleVerifier implements SignatureVerifier {
    private final TrustSource trust;

    @Activate
    public BouncyCastleVerifier(@Reference TrustSource trust) {
        this.trust = trust;
    }

    @Override
    public SignatureCheck verify(byte[] content, byte[] signature, Instant at) {
        List<SignatureCheck.Signer> signers = new ArrayList<>();
        try {
            SignedMessage message = SignedMessage.read(content, signature);
            List<Trusted> trusted = trust.trusted();
            for (SignerInformation signer : message.signers()) {
                signers.add(verified(message, signer, trusted, at));
            }
            return new SignatureCheck(null, signers);
        } catch (RefusedException e) {
            return new SignatureCheck(e.refusal(), signers);
        } catch (RuntimeException e) {
            // Bouncy Castle reads parts of a message only when it is asked for them, and says of garbage what it likes
            return new SignatureCheck(Refusal.SIGNATURE_MALFORMED, signers);
        }
    }

    private static SignatureCheck.Signer verified(
            SignedMessage message, SignerInformation signer, List<Trusted> trusted, Instant at)
            throws RefusedException {
        X509Certificate certificate = message.certificateOf(signer);
        SignerCheck check = new SignerCheck(signer, certificate);
        check.check();
        Instant proved = new TimeStampCheck(trusted, at).provedTime(signer).orElse(null);
        List<String> chain =
                checkedChain(certificate, message.certificates(), trusted, proved == null ? at : proved, at);
        return new SignatureCheck.Signer(CertificateReader.read(certificate), check.claimedAt(), proved, chain);
    }

    @Override
    public SignatureCheck check(byte[] certificate, Instant at) {
        X509Certificate read;
        SignerCertificate described;
        try {
            read = Crypto.certificate(Encoding.der(certificate));
            described = CertificateReader.read(read);
        } catch (CertificateException | RuntimeException e) {
            return SignatureCheck.refused(Refusal.SIGNATURE_MALFORMED);
        }
        List<String> chain = List.of();
        Refusal refusal = null;
        try {
            chain = checkedChain(read, List.of(), trust.trusted(), at, at);
        } catch (RefusedException e) {
            refusal = e.refusal();
        }
        return new SignatureCheck(refusal, List.of(new SignatureCheck.Signer(described, null, null, chain)));
    }

    private static List<String> checkedChain(
            X509Certificate certificate, List<X509Certificate> others, List<Trusted> trusted, Instant at, Instant now)
            throws RefusedException {
        if (!Algorithms.areGood(certificate)) {
            throw new RefusedException(Refusal.ALGORITHM_REFUSED);
        }
        ChainCheck.checkUsage(certificate);
        ChainCheck.checkDates(certificate, at);
        return new ChainCheck(trusted, now)
                .check(certificate, others, at).stream()
                        .map(CertificateReader::commonName)
                        .toList();
    }
}
