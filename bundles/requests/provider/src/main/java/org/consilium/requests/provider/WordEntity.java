package org.consilium.requests.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Read by queries only; {@link RequestRepository} writes all words of a request with one statement. */
@Entity(name = "Word")
@Table(name = "requests_word")
@IdClass(WordEntity.Key.class)
class WordEntity {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    String word;

    @Id
    @Column(name = "request_id")
    String requestId;

    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String accountId;
        String word;
        String requestId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.accountId.equals(accountId)
                    && key.word.equals(word)
                    && key.requestId.equals(requestId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, word, requestId);
        }
    }
}
