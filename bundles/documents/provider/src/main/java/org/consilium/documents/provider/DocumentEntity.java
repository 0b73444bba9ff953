package org.consilium.documents.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.consilium.documents.api.Document;
import org.consilium.platform.persistence.InstantConverter;

/** A file's row. */
@Entity
@Table(name = "documents_file")
class DocumentEntity {
    @Id
    String id;

    @Column(name = "owner_id")
    String ownerId;

    @Column(name = "from_patient")
    boolean fromPatient;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "file_name")
    String name;

    String folder;

    @Column(name = "media_type")
    String type;

    @Column(name = "size_bytes")
    long size;

    @Column(name = "content_hash")
    String hash;

    @Column(name = "uploaded_at")
    @Convert(converter = InstantConverter.class)
    Instant uploadedAt;

    boolean posted;

    /** Made by the server: nobody renames or deletes it. */
    @Column(name = "read_only")
    boolean readOnly;

    @Version
    long version;

    void rename(String newName, String newFolder) {
        name = newName;
        folder = newFolder;
    }

    void markPosted() {
        posted = true;
    }

    boolean isOwnedBy(UUID callerId) {
        return callerId != null && ownerId.equals(callerId.toString());
    }

    UUID request() {
        return requestId == null ? null : UUID.fromString(requestId);
    }

    Document toDocument() {
        return new Document(
                UUID.fromString(id),
                name,
                type,
                size,
                request(),
                UUID.fromString(ownerId),
                fromPatient,
                folder,
                uploadedAt);
    }
}
