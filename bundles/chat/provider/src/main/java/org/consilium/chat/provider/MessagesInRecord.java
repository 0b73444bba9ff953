package org.consilium.chat.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.signing.api.RecordEntry;
import org.consilium.signing.api.RecordPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The messages of a request in its sealed record. */
@Component(service = RecordPart.class)
public class MessagesInRecord implements RecordPart {
    private static final Caller RECORD = Caller.system("record");
    private static final int AT_ONCE = 500;

    private final ChatRepository chats;

    @Activate
    public MessagesInRecord(@Reference ChatRepository chats) {
        this.chats = chats;
    }

    @Override
    public String section() {
        return "chat";
    }

    @Override
    public List<RecordEntry> entries(UUID requestId) {
        return chats.inTransaction(
                () -> chats.find(requestId).map(this::messages).orElse(List.of()));
    }

    private List<RecordEntry> messages(ChatEntity chat) {
        List<RecordEntry> entries = new ArrayList<>();
        List<MessageEntity> some;
        do {
            some = chats.after(chat.requestId(), entries.size(), AT_ONCE);
            for (MessageEntity message : some) {
                Message said = message.toMessage(chat, RECORD);
                entries.add(new RecordEntry(said.at(), "message", details(said)));
            }
        } while (some.size() == AT_ONCE);
        return entries;
    }

    private static Map<String, String> details(Message message) {
        Map<String, String> details = new TreeMap<>();
        details.put("number", String.valueOf(message.number()));
        details.put("author", String.valueOf(message.authorId()));
        details.put("authorName", String.valueOf(message.authorName()));
        if (message.text() != null) {
            details.put("text", message.text());
        }
        if (message.note() != null) {
            details.put("note", message.note().code());
        }
        if (message.document() != null) {
            details.put("document", message.document().id().toString());
        }
        return details;
    }
}
