package org.consilium.chat.provider;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;

/** Tells the open tabs of everybody in a chat, the sender's other tabs too. */
final class ChatHints {
    private final Live live;

    ChatHints(Live live) {
        this.live = live;
    }

    void opened(ChatEntity chat, Collection<ParticipantEntity> participants) {
        tell(chat, participants, "chat.opened", 0);
    }

    void closed(ChatEntity chat, Collection<ParticipantEntity> participants) {
        tell(chat, participants, "chat.closed", chat.lastNumber());
    }

    void posted(ChatEntity chat, Collection<ParticipantEntity> participants) {
        tell(chat, participants, "chat.message", chat.lastNumber());
    }

    void read(ChatEntity chat, Collection<ParticipantEntity> participants, long upTo) {
        tell(chat, participants, "chat.read", upTo);
    }

    private void tell(ChatEntity chat, Collection<ParticipantEntity> participants, String type, long number) {
        Hint hint = Hint.of(type, chat.requestId(), number);
        List<UUID> staff = participants.stream()
                .filter(ParticipantEntity::isStaff)
                .map(ParticipantEntity::id)
                .distinct()
                .toList();
        live.send(staff, hint);
        live.sendToPatients(chat.requestId(), hint);
    }
}
