package org.consilium.chat.provider;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.chat.api.ChatNotes;
import org.consilium.platform.live.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Appends notes like messages, numbered with them and unread for everybody. */
@Component(service = ChatNotes.class)
public class ChatNotesImpl implements ChatNotes {
    private final ChatRepository chats;
    private final ChatHints hints;
    private final Clock clock;

    @Activate
    public ChatNotesImpl(@Reference ChatRepository chats, @Reference Live live) {
        this(chats, live, Clock.systemUTC());
    }

    ChatNotesImpl(ChatRepository chats, Live live, Clock clock) {
        this.chats = chats;
        this.hints = new ChatHints(live);
        this.clock = clock;
    }

    @Override
    public void note(UUID requestId, String code, Map<String, String> details) {
        Note note = new Note(code, details);
        // the request's row is not locked: closing takes the chat's lock as well, and what comes after it is dropped
        chats.inTransaction(() -> {
            chats.lock(requestId).filter(chat -> !chat.closed()).ifPresent(chat -> append(chat, note));
            return null;
        });
    }

    private void append(ChatEntity chat, Note note) {
        MessageEntity message = new MessageEntity(chat, note, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<ParticipantEntity> readers = chats.participants(chat.requestId());
        chat.posted(message);
        readers.forEach(reader -> reader.received(message));
        chats.append(message);
        hints.posted(chat, readers);
    }
}
