package org.consilium.conferencing.provider;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The board of a request: how often it changed, and how much it holds. */
@Entity
@Table(name = "conferencing_board")
class BoardEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "board_number")
    long number;

    @Column(name = "element_count")
    int elements;

    long characters;

    protected BoardEntity() {}

    BoardEntity(UUID requestId) {
        this.requestId = requestId.toString();
    }
}
