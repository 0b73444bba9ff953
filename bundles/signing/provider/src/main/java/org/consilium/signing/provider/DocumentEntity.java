package org.consilium.signing.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.platform.persistence.InstantConverter;

/** A conclusion: a PDF made once, or a scan. */
@Entity
@Table(name = "signing_document")
class DocumentEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "request_name")
    String requestName;

    @Column(name = "document_number")
    int number;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    @Enumerated(EnumType.STRING)
    Template template;

    @Enumerated(EnumType.STRING)
    DocumentState state;

    boolean addendum;

    @Column(name = "correction_reason")
    String correctionReason;

    @Column(name = "replaces_id")
    String replacesId;

    @Column(name = "is_current")
    boolean current;

    boolean executed;

    @Column(name = "author_id")
    String authorId;

    @Column(name = "author_name")
    String authorName;

    @Column(name = "file_id")
    String fileId;

    @Column(name = "file_name")
    String name;

    @Column(name = "media_type")
    String type;

    @Column(name = "size_bytes")
    long size;

    String sha256;

    String answers;

    String sources;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    Instant createdAt;

    @Column(name = "due_at")
    @Convert(converter = InstantConverter.class)
    Instant dueAt;

    @Column(name = "archive_id")
    String archiveId;

    @Column(name = "archive_name")
    String archiveName;

    @Column(name = "archive_size")
    long archiveSize;

    @Column(name = "archive_sha256")
    String archiveSha256;

    @Version
    long version;

    UUID uuid() {
        return UUID.fromString(id);
    }

    UUID request() {
        return UUID.fromString(requestId);
    }

    UUID author() {
        return UUID.fromString(authorId);
    }

    UUID file() {
        return UUID.fromString(fileId);
    }

    boolean isUnsigned() {
        return kind == DocumentKind.CONCLUSION && state != DocumentState.SIGNED;
    }

    /** Whether others than its author may see it. */
    boolean isFinished() {
        return state == DocumentState.SIGNED || state == DocumentState.UPLOADED;
    }
}
