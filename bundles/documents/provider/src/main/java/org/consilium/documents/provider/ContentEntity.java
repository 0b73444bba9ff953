package org.consilium.documents.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/**
 * A stored content. The row is also the lock under which a content comes and goes, so that the removal of an unused
 * content cannot meet an upload of the same one.
 */
@Entity
@Table(name = "documents_content")
class ContentEntity {
    @Id
    @Column(name = "content_hash")
    String hash;

    @Column(name = "stored_at")
    @Convert(converter = InstantConverter.class)
    Instant storedAt;
}
