package org.consilium.identity.provider;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A word by which a member of staff is found. */
@Entity
@Table(name = "identity_word")
@IdClass(WordEntity.Key.class)
class WordEntity {
    @Id
    private String word;

    @Id
    @Column(name = "account_id")
    private String accountId;

    protected WordEntity() {}

    WordEntity(String word, UUID accountId) {
        this.word = word;
        this.accountId = accountId.toString();
    }

    /** Primary key, as JPA wants it. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private String word;
        private String accountId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(word, key.word)
                    && Objects.equals(accountId, key.accountId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(word, accountId);
        }
    }
}
