package org.consilium.signing.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A page of a scan. */
@Entity
@Table(name = "signing_page")
@IdClass(PageEntity.Key.class)
class PageEntity {
    @Id
    @Column(name = "document_id")
    String documentId;

    @Id
    @Column(name = "position")
    int position;

    @Column(name = "file_id")
    String fileId;

    @Column(name = "file_name")
    String name;

    @Column(name = "media_type")
    String type;

    @Column(name = "size_bytes")
    long size;

    /** The primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String documentId;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.documentId.equals(documentId) && key.position == position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(documentId, position);
        }
    }
}
