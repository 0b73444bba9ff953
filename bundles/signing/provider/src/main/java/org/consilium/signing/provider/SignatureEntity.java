package org.consilium.signing.provider;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.api.SignerCertificate;

/** The signature of a document. */
@Entity
@Table(name = "signing_signature")
class SignatureEntity {
    @Id
    String id;

    @Column(name = "document_id")
    String documentId;

    @Enumerated(EnumType.STRING)
    SignatureState state;

    String code;

    String cms;

    @Column(name = "signer_name")
    String signerName;

    String organisation;

    String issuer;

    String serial;

    @Column(name = "valid_from")
    @Convert(converter = InstantConverter.class)
    Instant validFrom;

    @Column(name = "valid_to")
    @Convert(converter = InstantConverter.class)
    Instant validTo;

    String algorithm;

    String tool;

    @Column(name = "claimed_at")
    @Convert(converter = InstantConverter.class)
    Instant claimedAt;

    @Column(name = "received_at")
    @Convert(converter = InstantConverter.class)
    Instant receivedAt;

    @Column(name = "checked_at")
    @Convert(converter = InstantConverter.class)
    Instant checkedAt;

    @Column(name = "stamped_at")
    @Convert(converter = InstantConverter.class)
    Instant stampedAt;

    @Column(name = "retry_at")
    @Convert(converter = InstantConverter.class)
    Instant retryAt;

    int attempts;

    byte[] cmsBytes() {
        return Base64.getDecoder().decode(cms);
    }

    void describe(SignatureCheck.Signer signer) {
        SignerCertificate certificate = signer.certificate();
        signerName = certificate.name();
        organisation = certificate.organisation();
        issuer = certificate.issuer();
        serial = certificate.serial();
        validFrom = certificate.validFrom();
        validTo = certificate.validTo();
        algorithm = certificate.algorithm();
        tool = certificate.tool();
        claimedAt = signer.claimedAt();
        stampedAt = signer.timeStampedAt();
    }

    Signature toSignature() {
        return new Signature(
                UUID.fromString(id),
                state,
                code,
                signerName,
                organisation,
                issuer,
                serial,
                validFrom,
                validTo,
                algorithm,
                tool,
                claimedAt,
                receivedAt,
                checkedAt,
                stampedAt,
                retryAt);
    }
}
