package org.consilium.conferencing.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** The last word on one element of a board. */
@Entity
@Table(name = "conferencing_board_element")
@IdClass(BoardElementEntity.Key.class)
class BoardElementEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Id
    @Column(name = "element_id")
    String elementId;

    @Column(name = "element_version")
    long version;

    long nonce;

    /** The board's number when it was written. */
    long changed;

    String body;

    protected BoardElementEntity() {}

    BoardElementEntity(BoardEntity board, String elementId) {
        requestId = board.requestId;
        this.elementId = elementId;
    }

    boolean yieldsTo(Element other) {
        return other.version() > version || other.version() == version && other.nonce() < nonce;
    }

    void set(Element element, long number) {
        version = element.version();
        nonce = element.nonce();
        changed = number;
        body = element.element();
    }

    Element toElement() {
        return new Element(elementId, version, nonce, body);
    }

    /** The primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String requestId;
        String elementId;

        Key() {}

        Key(String requestId, String elementId) {
            this.requestId = requestId;
            this.elementId = elementId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.requestId.equals(requestId) && key.elementId.equals(elementId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(requestId, elementId);
        }
    }
}
