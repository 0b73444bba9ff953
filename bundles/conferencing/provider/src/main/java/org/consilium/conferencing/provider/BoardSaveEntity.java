package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.InstantConverter;

/** A board that was saved; its elements are rows of {@link BoardSavedElementEntity}. */
@Entity
@Table(name = "conferencing_board_save")
class BoardSaveEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "saved_at")
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Column(name = "saved_by")
    String savedBy;

    @Column(name = "by_name")
    String byName;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "board_number")
    long number;

    protected BoardSaveEntity() {}

    BoardSaveEntity(NewSave save, BoardEntity board, Caller by, Instant at) {
        id = save.id().toString();
        requestId = board.requestId;
        this.at = at;
        savedBy = by.id().toString();
        byName = by.name();
        documentId = save.documentId().toString();
        number = board.number;
    }

    UUID requestId() {
        return UUID.fromString(requestId);
    }

    Save toSave() {
        return new Save(UUID.fromString(id), at, byName, UUID.fromString(documentId), number);
    }
}
