package org.consilium.conferencing.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An element as it was when the board was saved; never changed. */
@Entity
@Table(name = "conferencing_board_saved_element")
@IdClass(BoardSavedElementEntity.Key.class)
class BoardSavedElementEntity {
    @Id
    @Column(name = "save_id")
    String saveId;

    @Id
    @Column(name = "element_id")
    String elementId;

    @Column(name = "element_version")
    long version;

    long nonce;

    String body;

    protected BoardSavedElementEntity() {}

    BoardSavedElementEntity(BoardSaveEntity save, BoardElementEntity element) {
        saveId = save.id;
        elementId = element.elementId;
        version = element.version;
        nonce = element.nonce;
        body = element.body;
    }

    /** The primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String saveId;
        String elementId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.saveId.equals(saveId) && key.elementId.equals(elementId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(saveId, elementId);
        }
    }
}
