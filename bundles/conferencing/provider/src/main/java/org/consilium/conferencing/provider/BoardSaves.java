package org.consilium.conferencing.provider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.api.DocumentService;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.audit.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Boards that were saved to the request: a picture among its documents and the elements beside it. For its staff. Thread-safe. */
@Component(service = BoardSaves.class)
public class BoardSaves {
    private final Rooms rooms;
    private final BoardRepository boards;
    private final Boards drawing;
    private final Access access;
    private final AuditLog audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DocumentService documents;

    @Activate
    public BoardSaves(
            @Reference Rooms rooms,
            @Reference BoardRepository boards,
            @Reference Boards drawing,
            @Reference Access access,
            @Reference AuditLog audit) {
        this.rooms = rooms;
        this.boards = boards;
        this.drawing = drawing;
        this.access = access;
        this.audit = audit;
    }

    SavePage saves(Caller caller, UUID requestId) {
        access.staff(caller, requestId);
        return new SavePage(
                boards.saves(requestId).stream().map(BoardSaveEntity::toSave).toList());
    }

    /** Keeps the board beside its picture, which nobody deletes from then on. The same id again gives the same save. */
    Save save(Caller caller, UUID requestId, NewSave input) {
        Invalid.required(input, "id");
        Invalid.required(input.id(), "id");
        Invalid.required(input.documentId(), "documentId");
        access.staff(caller, requestId);
        boards.ensure(requestId);
        return boards.inTransaction(() -> {
            access.writable(requestId);
            BoardEntity board = boards.lock(requestId);
            return boards.save(input.id())
                    .map(same -> repeated(same, requestId, input))
                    .orElseGet(() -> keep(caller, board, input));
        });
    }

    private static Save repeated(BoardSaveEntity same, UUID requestId, NewSave input) {
        if (!same.requestId.equals(requestId.toString())
                || !same.documentId.equals(input.documentId().toString())) {
            throw Refusal.idTaken();
        }
        return same.toSave();
    }

    private Save keep(Caller caller, BoardEntity board, NewSave input) {
        UUID requestId = UUID.fromString(board.requestId);
        DocumentService known = documents;
        if (known == null) {
            throw ConsiliumException.domainAway("documents");
        }
        UUID of = known.markPosted(caller, input.documentId()).requestId();
        Invalid.when(!requestId.equals(of), "documentId", "unknown");
        BoardSaveEntity save = new BoardSaveEntity(input, board, caller, rooms.now());
        boards.add(save, boards.after(requestId, 0));
        audit.append(caller, "conferencing.board-saved", requestId, Map.of("document", save.documentId));
        return save.toSave();
    }

    /** Makes the board what it was, as changes that everybody sees. For staff in the room. */
    BoardNumber restore(Caller caller, UUID requestId, UUID saveId) {
        access.staff(caller, requestId);
        Conference conference = rooms.read(requestId);
        SeatEntity seat = conference.own(caller);
        if (!seat.isAdmitted()) {
            throw Refusal.notInRoom();
        }
        BoardSaveEntity save = boards.save(saveId)
                .filter(found -> found.requestId.equals(requestId.toString()))
                .orElseThrow(() -> ConsiliumException.notFound("conferencing.no-such-save"));
        return boards.inTransaction(() -> {
            BoardEntity board = boards.lock(requestId);
            // no page knows these changes yet, not even the one that asked
            return drawing.write(board, changes(board, save), null, conference.seats);
        });
    }

    private List<Element> changes(BoardEntity board, BoardSaveEntity save) {
        List<Element> changes = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (BoardSavedElementEntity saved : boards.saved(save)) {
            kept.add(saved.elementId);
            long version = boards.element(board, saved.elementId)
                    .map(now -> now.version)
                    .orElse(saved.version);
            changes.add(DrawnElements.withVersion(
                    new Element(saved.elementId, saved.version, saved.nonce, saved.body),
                    Math.max(version, saved.version) + 1));
        }
        boards.after(save.requestId(), 0).stream()
                .map(BoardElementEntity::toElement)
                .filter(element -> !kept.contains(element.id()) && !DrawnElements.isDeleted(element))
                .map(DrawnElements::deleted)
                .forEach(changes::add);
        return changes;
    }
}
