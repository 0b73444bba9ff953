package org.consilium.conferencing.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.live.Hint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The board that all in the room draw on: the last writer of each element wins, and who comes late gets it whole. Thread-safe. */
@Component(service = Boards.class)
public class Boards {
    static final int ELEMENTS_AT_ONCE = 200;
    private static final int MOST_ELEMENTS = 5000;
    private static final long MOST_CHARACTERS = 4L << 20;
    /** More than that does not ride along with a hint. */
    private static final int HINT_CHARACTERS = 100_000;

    private static final String TYPE = "conferencing.board";

    private final Rooms rooms;
    private final BoardRepository boards;
    private final RoomJournal journal;
    private final Access access;

    @Activate
    public Boards(
            @Reference Rooms rooms,
            @Reference BoardRepository boards,
            @Reference RoomJournal journal,
            @Reference Access access) {
        this.rooms = rooms;
        this.boards = boards;
        this.journal = journal;
        this.access = access;
    }

    /** What changed after a number. For those in the room and the request's staff. */
    Board read(Caller caller, UUID requestId, long after) {
        Optional<SeatEntity> seat = rooms.read(requestId).seatOf(caller.id()).filter(SeatEntity::isAdmitted);
        if (seat.isEmpty()) {
            if (!access.member(caller, requestId).isStaff()) {
                throw Refusal.notInRoom();
            }
        }
        return boards.inTransaction(() -> new Board(
                boards.number(requestId),
                boards.after(requestId, after).stream()
                        .map(BoardElementEntity::toElement)
                        .toList()));
    }

    /** Somebody in the room drew. */
    BoardNumber draw(Caller caller, UUID requestId, BoardChange change) {
        Invalid.required(change, "elements");
        List<Element> elements = DrawnElements.checked(change.elements(), ELEMENTS_AT_ONCE);
        Conference conference = rooms.read(requestId);
        access.known(caller, conference);
        SeatEntity seat = conference.ownInRoom(caller, change.connection());
        if (seat.isListener()) {
            throw Refusal.listener();
        }
        boards.ensure(requestId);
        return boards.inTransaction(
                () -> write(boards.lock(requestId), elements, change.connection(), conference.seats));
    }

    /** Writes what is newer than what is there, and tells those in the room. */
    BoardNumber write(BoardEntity board, List<Element> elements, UUID connection, List<SeatEntity> seats) {
        List<Element> written = new ArrayList<>();
        long number = board.number + 1;
        for (Element element : elements) {
            BoardElementEntity row = boards.element(board, element.id()).orElse(null);
            if (row == null) {
                row = new BoardElementEntity(board, element.id());
                row.set(element, number);
                board.elements++;
                board.characters += element.element().length();
                boards.add(row);
                written.add(element);
            } else if (row.yieldsTo(element)) {
                board.characters += element.element().length() - row.body.length();
                row.set(element, number);
                written.add(element);
            }
        }
        if (board.elements > MOST_ELEMENTS || board.characters > MOST_CHARACTERS) {
            throw ConsiliumException.conflict("conferencing.board-full", "the board is full");
        }
        if (!written.isEmpty()) {
            board.number = number;
            journal.tellRoom(seats, hint(board, written, connection));
        }
        return new BoardNumber(board.number);
    }

    private static Hint hint(BoardEntity board, List<Element> written, UUID connection) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("from", connection);
        if (written.stream().mapToLong(element -> element.element().length()).sum() <= HINT_CHARACTERS) {
            payload.put(
                    "elements",
                    written.stream()
                            .map(element -> Map.of(
                                    "id", element.id(),
                                    "version", element.version(),
                                    "nonce", element.nonce(),
                                    "element", element.element()))
                            .toList());
        }
        return new Hint(TYPE, UUID.fromString(board.requestId), board.number, payload);
    }
}
