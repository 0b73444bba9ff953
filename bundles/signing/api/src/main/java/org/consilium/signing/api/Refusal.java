package org.consilium.signing.api;

/** Why a signature or a certificate is not accepted. {@link #code()} is stable and has a sentence in the user interface. */
public enum Refusal {
    /** No CMS, cut off, or with something behind it. */
    SIGNATURE_MALFORMED("signing.signature-malformed"),
    /** Larger than a signature can be. */
    TOO_LARGE("signing.too-large"),
    /** The signed bytes are inside; only detached signatures are taken. */
    CONTENT_ATTACHED("signing.content-attached"),
    /** The certificate of a signer is not in the CMS. */
    CERTIFICATE_MISSING("signing.certificate-missing"),
    /** The certificate is not the one that the signer named. */
    CERTIFICATE_SWAPPED("signing.certificate-swapped"),
    /** A signature without signed attributes says neither when nor with which certificate. */
    NO_SIGNED_ATTRIBUTES("signing.no-signed-attributes"),
    /** The attribute signing-certificate is missing: not CAdES-BES. */
    NO_SIGNING_CERTIFICATE("signing.no-signing-certificate"),
    /** A key, digest or signature algorithm that is not on the list. */
    ALGORITHM_REFUSED("signing.algorithm-refused"),
    /** The document is not what was signed. */
    CONTENT_CHANGED("signing.content-changed"),
    /** The value of the signature does not fit the certificate's key. */
    SIGNATURE_BROKEN("signing.signature-broken"),
    /** Not a certificate for signing documents. */
    KEY_USAGE("signing.key-usage"),
    CERTIFICATE_EXPIRED("signing.certificate-expired"),
    CERTIFICATE_NOT_YET_VALID("signing.certificate-not-yet-valid"),
    CERTIFICATE_REVOKED("signing.certificate-revoked"),
    /** No chain to an authority of the operator's list. */
    ISSUER_NOT_TRUSTED("signing.issuer-not-trusted"),
    /** The time-stamp in the signature is broken or of a service that is not trusted. */
    TIME_STAMP_WRONG("signing.time-stamp-wrong"),
    /** No current revocation list of the issuer: can be asked again later, see {@link #isPassing()}. */
    REVOCATION_UNKNOWN("signing.revocation-unknown");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether the same signature may be found good later, because something was missing that has nothing to do with it. */
    public boolean isPassing() {
        return this == REVOCATION_UNKNOWN;
    }
}
