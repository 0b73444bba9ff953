package org.consilium.conferencing.provider;

import java.time.Duration;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.live.Hint;
import org.consilium.platform.security.Attempts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Short messages between those who are in the room, apart from the request's chat. Thread-safe. */
@Component(service = ConferenceChat.class)
public class ConferenceChat {
    private static final int MAX_TEXT = 2000;
    private static final int MAX_LIMIT = 200;

    private final Rooms rooms;
    private final Access access;
    private final MessageRepository messages;
    private final RoomJournal journal;
    private final Attempts attempts;

    @Activate
    public ConferenceChat(
            @Reference Rooms rooms,
            @Reference Access access,
            @Reference MessageRepository messages,
            @Reference RoomJournal journal,
            @Reference Attempts attempts) {
        this.rooms = rooms;
        this.access = access;
        this.messages = messages;
        this.journal = journal;
        this.attempts = attempts;
    }

    MessagePage messages(Caller caller, UUID requestId, long after, int limit) {
        Conference conference = rooms.read(requestId);
        access.known(caller, conference);
        SeatEntity seat = inRoom(conference, caller);
        return new MessagePage(
                messages
                        .after(conference.room.conferenceId, requestId, after, Math.max(1, Math.min(limit, MAX_LIMIT)))
                        .stream()
                        .map(message -> message.toMessage(seat.person))
                        .toList(),
                conference.room.lastMessage);
    }

    /** Posts a message; the same id again gives the same message. */
    Message post(Caller caller, UUID requestId, NewMessage input) {
        Invalid.required(input, "id");
        UUID id = Invalid.required(input.id(), "id");
        String text =
                input.text() == null ? "" : input.text().replace("\u0000", "").strip();
        Invalid.when(text.isEmpty(), "text", "required");
        Invalid.when(text.length() > MAX_TEXT, "text", "too-long");
        attempts.take("conferencing.message", caller.id().toString(), 60, Duration.ofMinutes(1));
        access.known(caller, rooms.read(requestId));
        return rooms.change(caller, requestId, conference -> {
            SeatEntity seat = inRoom(conference, caller);
            if (seat.isListener()) {
                throw Refusal.listener();
            }
            return messages.find(id)
                    .map(same -> repeated(same, seat))
                    .orElseGet(() -> append(conference, seat, id, text));
        });
    }

    private static Message repeated(MessageEntity same, SeatEntity seat) {
        if (!same.person.equals(seat.person) || !same.requestId.equals(seat.requestId)) {
            throw Refusal.idTaken();
        }
        return same.toMessage(seat.person);
    }

    private Message append(Conference conference, SeatEntity seat, UUID id, String text) {
        RoomEntity room = conference.room;
        MessageEntity message = new MessageEntity(id, seat, ++room.lastMessage, text, conference.now);
        messages.add(message);
        journal.tellRoom(conference.seats, Hint.of("conferencing.message", room.uuid(), message.number));
        return message.toMessage(seat.person);
    }

    private static SeatEntity inRoom(Conference conference, Caller caller) {
        SeatEntity seat = conference.own(caller);
        if (!seat.isAdmitted()) {
            throw Refusal.notInRoom();
        }
        return seat;
    }
}
