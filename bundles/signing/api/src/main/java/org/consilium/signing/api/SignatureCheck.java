package org.consilium.signing.api;

import java.time.Instant;
import java.util.List;

/**
 * The result of checking a signature.
 *
 * @param refusal {@code null} when every signer's signature is good
 * @param signers what is known of the signers, as far as the check came; with a refusal it may be empty
 */
public record SignatureCheck(Refusal refusal, List<Signer> signers) {
    public SignatureCheck {
        signers = List.copyOf(signers);
    }

    public static SignatureCheck refused(Refusal refusal) {
        return new SignatureCheck(refusal, List.of());
    }

    public boolean isValid() {
        return refusal == null;
    }

    /**
     * One signer.
     *
     * @param claimedAt the signing time that the signer wrote himself, {@code null} without
     * @param timeStampedAt the time that a trusted time-stamp proves, {@code null} without; the certificate is judged at this time, else at the
     *     time of checking
     * @param chain subjects from the signer's certificate up to the authority of the operator's list
     */
    public record Signer(SignerCertificate certificate, Instant claimedAt, Instant timeStampedAt, List<String> chain) {
        public Signer {
            chain = List.copyOf(chain);
        }
    }
}
