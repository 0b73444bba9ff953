package org.consilium.chat.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.live.Live;
import org.consilium.platform.persistence.SearchWords;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the chat of a submitted request and closes it with the request. Both may be asked again and again. */
@Component(service = ChatLifecycle.class)
public class ChatLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChatLifecycle.class);
    private static final Caller CHAT = Caller.system("chat");

    private final ChatRepository chats;
    private final ChatAccess access;
    private final ChatHints hints;
    private final Clock clock;

    @Activate
    public ChatLifecycle(@Reference ChatRepository chats, @Reference ChatAccess access, @Reference Live live) {
        this(chats, access, live, Clock.systemUTC());
    }

    ChatLifecycle(ChatRepository chats, ChatAccess access, Live live, Clock clock) {
        this.chats = chats;
        this.access = access;
        this.hints = new ChatHints(live);
        this.clock = clock;
    }

    /**
     * Makes the chat; nothing happens when it is there, or while there is nobody to talk with: a coordinator names the consultant. For a request that was closed meanwhile the chat is closed from
     * the start.
     */
    void open(UUID requestId) {
        chats.inTransaction(() -> {
            if (chats.find(requestId).isEmpty()) {
                RequestCard request = request(requestId);
                if (request.consultantId() != null) {
                    create(request);
                }
            }
            return null;
        });
    }

    /**
     * The request as it is, kept as it is until the chat is committed: without the lock it could be closed in between,
     * and its closing event, which comes on its own, would find no chat to close.
     */
    private RequestCard request(UUID requestId) {
        RequestCard request = access.toRead(CHAT, requestId);
        return !request.state().isWritable() ? request : access.toWrite(CHAT, requestId);
    }

    private void create(RequestCard request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ChatEntity chat = new ChatEntity(request, now);
        List<ParticipantEntity> participants = new ArrayList<>();
        request.staff().forEach(account -> participants.add(ParticipantEntity.staff(chat, account)));
        if (request.hasPatient()) {
            participants.add(ParticipantEntity.patientSide(chat));
        }
        chats.open(
                chat,
                participants,
                SearchWords.of(request.number(), request.name(), request.patientName(), request.representativeName()));
        hints.opened(chat, participants);
        LOG.info("chat of request {} opened", request.id());
    }

    /**
     * Makes the chat what the request is now: grey or open, its doctors, its time. Without a chat nothing happens: it will be made right.
     * Events of different types may come in another order than they happened, so none of them is believed; the request is read
     * under the lock of the chat, after which nobody reads an older one.
     */
    void follow(UUID requestId) {
        chats.inTransaction(() -> {
            chats.lock(requestId).ifPresent(chat -> {
                RequestCard request = access.toRead(CHAT, requestId);
                List<ParticipantEntity> before = chats.participants(requestId);
                boolean sameStaff = chats.setStaff(chat, before, request.staff());
                if (!chat.follow(request) && sameStaff) {
                    return;
                }
                Set<ParticipantEntity> concerned = new LinkedHashSet<>(before);
                concerned.addAll(chats.participants(requestId));
                if (chat.closed()) {
                    hints.closed(chat, concerned);
                } else {
                    hints.opened(chat, concerned);
                }
                LOG.info("chat of request {} is {}", requestId, chat.closed() ? "closed" : "open");
            });
            return null;
        });
    }
}
