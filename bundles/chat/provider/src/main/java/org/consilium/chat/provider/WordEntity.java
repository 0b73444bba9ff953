package org.consilium.chat.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A word by which a chat is found. */
@Entity
@Table(name = "chat_word")
@IdClass(WordEntity.Key.class)
class WordEntity {
    @Id
    @Column(name = "request_id")
    private String requestId;

    @Id
    private String word;

    protected WordEntity() {}

    WordEntity(ChatEntity chat, String word) {
        requestId = chat.requestId().toString();
        this.word = word;
    }

    /** The primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String requestId;
        String word;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.requestId.equals(requestId) && key.word.equals(word);
        }

        @Override
        public int hashCode() {
            return Objects.hash(requestId, word);
        }
    }
}
