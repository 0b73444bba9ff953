package org.consilium.signing.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.platform.persistence.InstantConverter;

/** What the consultant writes. */
@Entity
@Table(name = "signing_draft")
class DraftEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "author_id")
    String authorId;

    String answers;

    String sources;

    @Enumerated(EnumType.STRING)
    @Column(name = "correction_kind")
    CorrectionKind correctionKind;

    @Column(name = "correction_reason")
    String correctionReason;

    @Column(name = "correction_document_id")
    String correctionDocumentId;

    @Column(name = "saved_at")
    @Convert(converter = InstantConverter.class)
    Instant savedAt;

    @Version
    long version;
}
