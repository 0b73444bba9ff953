package org.consilium.documents.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.IdClass;
import javax.persistence.Table;

/**
 * A word by which an owner finds a file. The owner comes first in the key because nobody searches the files of
 * others.
 */
@Entity
@Table(name = "documents_word")
@IdClass(WordEntity.Id.class)
class WordEntity {
    @javax.persistence.Id
    @Column(name = "owner_id")
    String ownerId;

    @javax.persistence.Id
    String word;

    @javax.persistence.Id
    @Column(name = "file_id")
    String fileId;

    WordEntity() {}

    WordEntity(String ownerId, String word, String fileId) {
        this.ownerId = ownerId;
        this.word = word;
        this.fileId = fileId;
    }

    /** The key, as JPA wants it. */
    static class Id implements Serializable {
        private static final long serialVersionUID = 1;

        String ownerId;
        String word;
        String fileId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Id id
                    && ownerId.equals(id.ownerId)
                    && word.equals(id.word)
                    && fileId.equals(id.fileId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ownerId, word, fileId);
        }
    }
}
