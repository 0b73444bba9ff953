package org.consilium.conferencing.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.Recording;
import org.consilium.conferencing.api.Ring;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.requests.api.RequestCard;

/**
 * The locked room of a request and the seats of its conference: who is in, who is host, in which state it is. Made for one change in one
 * transaction; {@link #settle} ends it.
 */
final class Conference {
    final RoomEntity room;
    final List<SeatEntity> seats;
    final Instant now;

    private final Caller actor;
    private final RoomSettings settings;
    private final RoomJournal journal;
    private final List<EngineCall> engineCalls = new ArrayList<>();
    private final List<Runnable> notes = new ArrayList<>();
    private final List<Runnable> hints = new ArrayList<>();
    private boolean changed;

    /** @param seats of the room's conference, in their order */
    Conference(
            RoomEntity room,
            List<SeatEntity> seats,
            Caller actor,
            RoomSettings settings,
            RoomJournal journal,
            Instant now) {
        this.room = room;
        this.seats = new ArrayList<>(seats);
        this.actor = actor;
        this.settings = settings;
        this.journal = journal;
        this.now = now;
    }

    // ---- who is there

    Stream<SeatEntity> admitted() {
        return seats.stream().filter(SeatEntity::isAdmitted);
    }

    Stream<SeatEntity> open() {
        return seats.stream().filter(SeatEntity::isOpen);
    }

    /** The person's seat in this conference, also when he left. */
    Optional<SeatEntity> seatOf(UUID person) {
        return seats.stream().filter(seat -> seat.personId().equals(person)).findFirst();
    }

    /** The open seat with this id. */
    SeatEntity participant(UUID id) {
        return open().filter(seat -> seat.uuid().equals(id)).findFirst().orElseThrow(Refusal::noSuchParticipant);
    }

    /** The caller's open seat; 409 without one. */
    SeatEntity own(Caller caller) {
        return seatOf(caller.id()).filter(SeatEntity::isOpen).orElseThrow(Refusal::notInRoom);
    }

    /** The caller's place in the room itself, asked for by one of his tabs. */
    SeatEntity ownInRoom(Caller caller, UUID connection) {
        SeatEntity seat = own(caller);
        if (!seat.uses(connection)) {
            throw Refusal.takenOver();
        }
        if (!seat.isAdmitted()) {
            throw Refusal.notInRoom();
        }
        return seat;
    }

    SeatEntity asHost(Caller caller) {
        SeatEntity seat = seatOf(caller.id()).filter(SeatEntity::isAdmitted).orElseThrow(Refusal::hostOnly);
        if (!isHost(seat)) {
            throw Refusal.hostOnly();
        }
        return seat;
    }

    boolean isHost(SeatEntity seat) {
        return seat.id.equals(room.hostId);
    }

    /** Whether somebody of the patient's side is heard of, in the room or before it. */
    boolean patientThere() {
        return open().anyMatch(seat -> seat.isPatient() && seat.present);
    }

    boolean videoAllowed(SeatEntity seat) {
        return !seat.isListener()
                && (seat.camera || admitted().filter(other -> other.camera).count() < videoLimit());
    }

    int videoLimit() {
        return settings.videoLimit(room.engine);
    }

    /** Notes whom hints go to, also while requests are away. */
    void staff(RequestCard request) {
        room.filerId = request.filerId().toString();
        room.consultantId =
                request.consultantId() == null ? null : request.consultantId().toString();
    }

    // ---- coming and going

    /** Begins a conference unless one goes on. */
    void begin() {
        if (room.state.isOpen()) {
            return;
        }
        room.conferenceId = Uuid7.next().toString();
        room.roomName = settings.newRoomName();
        room.engine = settings.engine();
        room.state = ConferenceState.WAITING;
        room.openedAt = now;
        room.startedAt = null;
        room.endedAt = null;
        room.hostId = null;
        room.lenderId = null;
        room.awaited = false;
        room.ringId = null;
        room.ringState = null;
        stopRecording(null);
        seats.clear();
        changed = true;
    }

    /**
     * Takes a person in.
     *
     * @param answering the patient's side answers a ring, and need not wait
     */
    SeatEntity enter(Member member, Entry entry, boolean answering) {
        begin();
        SeatEntity seat = seatOf(member.person()).orElse(null);
        if (seat != null && seat.isOpen()) {
            comeBack(seat, entry);
        } else {
            seat = takeSeat(seat, member, entry);
        }
        boolean atOnce = member.isStaff() || member.isPatient() && answering;
        if (atOnce && !seat.isAdmitted()) {
            log(LogEntry.Kind.ENTERED, seat, Map.of());
            admit(seat);
        } else if (seat.cameAt.equals(now) && !seat.isAdmitted()) {
            log(LogEntry.Kind.WAITED, seat, Map.of());
        }
        return seat;
    }

    private void comeBack(SeatEntity seat, Entry entry) {
        if (!seat.present) {
            returned(seat);
        }
        if (!seat.uses(entry.connection())) {
            // to the others a reloaded page is a newcomer, who offers
            seat.connection = entry.connection().toString();
            seat.order = room.nextOrder++;
            seat.microphone = entry.microphone() && !seat.isListener();
            seat.camera = false;
            seat.camera = entry.camera() && videoAllowed(seat);
            seat.screen = false;
            changed = true;
        }
    }

    private SeatEntity takeSeat(SeatEntity former, Member member, Entry entry) {
        SeatEntity seat = former;
        if (seat == null) {
            seat = new SeatEntity(room, member);
            seats.add(seat);
            journal.add(seat);
        }
        seat.state = SeatEntity.State.WAITING;
        seat.present = true;
        seat.lostAt = null;
        seat.cameAt = now;
        seat.connection = entry.connection().toString();
        seat.order = room.nextOrder++;
        seat.microphone = entry.microphone() && !seat.isListener();
        seat.broadcasting = !seat.isListener();
        seat.camera = false;
        seat.camera = entry.camera() && videoAllowed(seat);
        seat.screen = false;
        seat.mutedByHost = false;
        seat.qualityLevel = null;
        seat.recordingAgreed = false;
        changed = true;
        return seat;
    }

    /** Lets somebody into the room. */
    void admit(SeatEntity seat) {
        if (admitted().count() >= settings.roomLimit()) {
            throw ConsiliumException.conflict("conferencing.room-full", "the room is full");
        }
        seat.state = SeatEntity.State.ADMITTED;
        seat.admittedAt = now;
        seat.order = room.nextOrder++;
        if (seat.camera && admitted().filter(other -> other.camera).count() > videoLimit()) {
            seat.camera = false;
        }
        // who comes in has not agreed
        stopRecording(null);
        electHost();
        changed = true;
    }

    /** Out of the room, in front of the door. */
    void putBack(SeatEntity seat) {
        seat.state = SeatEntity.State.WAITING;
        seat.screen = false;
        seat.order = room.nextOrder++;
        leaveEngine(seat);
        changed = true;
    }

    void leave(SeatEntity seat, LogEntry.Kind kind) {
        seat.state = SeatEntity.State.LEFT;
        seat.present = false;
        seat.lostAt = null;
        seat.screen = false;
        leaveEngine(seat);
        if (seat.id.equals(room.lenderId)) {
            room.lenderId = null;
        }
        changed = true;
        log(kind, seat, Map.of());
        if (isHost(seat)) {
            room.hostId = null;
            room.lenderId = null;
            electHost();
        }
    }

    /** Nothing is heard of the tab; the seat is kept for a while. */
    void lost(SeatEntity seat) {
        if (seat.isOpen() && seat.present) {
            seat.present = false;
            seat.lostAt = now;
            changed = true;
            log(LogEntry.Kind.RECONNECTING, seat, Map.of());
        }
    }

    void returned(SeatEntity seat) {
        if (!seat.present) {
            seat.present = true;
            seat.lostAt = null;
            changed = true;
            log(LogEntry.Kind.RETURNED, seat, Map.of());
        }
    }

    // ---- host

    /** The staff member longest in the room, when there is no host. */
    private void electHost() {
        if (room.hostId == null) {
            admitted()
                    .filter(SeatEntity::isStaff)
                    .min(Comparator.comparing((SeatEntity seat) -> seat.admittedAt)
                            .thenComparing(seat -> seat.order))
                    .ifPresent(this::makeHost);
        }
    }

    void makeHost(SeatEntity seat) {
        room.hostId = seat.id;
        changed = true;
        log(LogEntry.Kind.HOST, seat, Map.of());
    }

    // ---- recording

    /** Ends a recording or the question for one. */
    void stopRecording(SeatEntity by) {
        if (room.recordingState == Recording.State.OFF) {
            return;
        }
        if (room.recordingState == Recording.State.ON) {
            String recording = room.recordingName;
            engineCalls.add(new EngineCall(room.engine, engine -> engine.stopRecording(recording)));
            log(LogEntry.Kind.RECORDING_OFF, by, Map.of());
        }
        room.recordingState = Recording.State.OFF;
        room.recordingSince = null;
        room.recordingName = null;
        seats.forEach(seat -> seat.recordingAgreed = false);
        changed = true;
    }

    // ---- the end

    void end() {
        if (!room.state.isOpen()) {
            return;
        }
        if (room.rings()) {
            journal.ringOver(this, Ring.State.CANCELLED);
        }
        stopRecording(null);
        open().toList().forEach(seat -> {
            seat.state = SeatEntity.State.LEFT;
            seat.present = false;
            seat.lostAt = null;
            log(LogEntry.Kind.LEFT, seat, Map.of());
        });
        room.state = ConferenceState.ENDED;
        room.endedAt = now;
        room.hostId = null;
        room.lenderId = null;
        room.delayMinutes = 0;
        String name = room.roomName;
        engineCalls.add(new EngineCall(room.engine, engine -> engine.close(name)));
        changed = true;
        journal.ended(this);
    }

    long seconds() {
        return room.startedAt == null
                ? 0
                : Duration.between(room.startedAt, room.endedAt == null ? now : room.endedAt)
                        .toSeconds();
    }

    // ---- telling

    void log(LogEntry.Kind kind, SeatEntity seat, Map<String, String> details) {
        journal.log(this, actor, kind, seat, details);
    }

    void touch() {
        changed = true;
    }

    /** Said in the chat when all is done. */
    void note(Runnable note) {
        notes.add(note);
    }

    /** Told to open pages, with the number that the change gets. */
    void hint(Runnable hint) {
        hints.add(hint);
    }

    private void leaveEngine(SeatEntity seat) {
        String connection = seat.engineConnection;
        String name = room.roomName;
        if (connection != null) {
            engineCalls.add(new EngineCall(room.engine, engine -> engine.remove(name, connection)));
            seat.engineConnection = null;
        }
    }

    /** The state that follows from who is there; numbers, deadlines, hints. */
    void settle() {
        if (!changed) {
            return;
        }
        if (room.state.isOpen()) {
            settleState();
        }
        room.number++;
        room.dueAt = due();
        journal.changed(this);
        hints.forEach(Runnable::run);
        notes.forEach(Runnable::run);
    }

    private void settleState() {
        if (room.rings() && admitted().noneMatch(SeatEntity::isStaff)) {
            // nobody is there who would hear the answer
            journal.ringOver(this, Ring.State.CANCELLED);
        }
        long in = admitted().count();
        if (in >= 2) {
            room.state = ConferenceState.IN_PROGRESS;
            if (room.startedAt == null) {
                room.startedAt = now;
                room.delayMinutes = 0;
                journal.started(this);
            }
        } else if (room.rings()) {
            room.state = ConferenceState.RINGING;
        } else if (open().findAny().isPresent()) {
            room.state = ConferenceState.WAITING;
        } else {
            end();
        }
    }

    private Instant due() {
        return Stream.concat(
                        room.rings() ? Stream.of(room.ringUntil) : Stream.empty(),
                        open().filter(seat -> seat.lostAt != null)
                                .map(seat -> seat.lostAt.plusSeconds(settings.seatSeconds())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What the media server has to be told when the change is committed. */
    List<EngineCall> engineCalls() {
        return engineCalls;
    }
}
