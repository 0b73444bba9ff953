package org.consilium.chat.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.chat.api.ChatMessagePosted;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Page;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.events.Events;
import org.consilium.platform.live.Live;
import org.consilium.platform.persistence.SearchWords;
import org.consilium.platform.security.Attempts;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Reading and writing chats. Thread-safe. */
@Component(service = ChatService.class, configurationPid = ChatConfig.PID)
@Designate(ocd = ChatConfig.class)
public class ChatService {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_WORDS = 8;

    private final ChatRepository chats;
    private final ChatAccess access;
    private final Events events;
    private final AuditLog audit;
    private final ChatHints hints;
    private final Attempts attempts;
    private final int messagesPerMinute;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DocumentService documents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory directory;

    @Activate
    public ChatService(
            @Reference ChatRepository chats,
            @Reference ChatAccess access,
            @Reference Events events,
            @Reference AuditLog audit,
            @Reference Live live,
            @Reference Attempts attempts,
            ChatConfig config) {
        this(chats, access, events, audit, live, attempts, config.messagesPerMinute(), Clock.systemUTC());
    }

    ChatService(
            ChatRepository chats,
            ChatAccess access,
            Events events,
            AuditLog audit,
            Live live,
            Attempts attempts,
            int messagesPerMinute,
            Clock clock) {
        this.chats = chats;
        this.access = access;
        this.events = events;
        this.audit = audit;
        this.hints = new ChatHints(live);
        this.attempts = attempts;
        this.messagesPerMinute = messagesPerMinute;
        this.clock = clock;
    }

    /**
     * The own chats of a doctor by the newest message; each typed word must begin a word of the request's name or of a
     * person's.
     */
    Page<ChatRow> list(Caller caller, String query, String cursor, int limit) {
        requireStaff(caller);
        int size = bounded(limit);
        List<String> prefixes =
                SearchWords.query(query).stream().limit(MAX_WORDS).toList();
        List<ChatRow> rows = chats.list(caller.id(), prefixes, ChatCursor.decoded(cursor), size);
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        ChatRow last = rows.get(size - 1);
        return new Page<>(rows.subList(0, size), new ChatCursor(last.lastAt(), last.requestId()).encoded());
    }

    /** Unread messages in the own chats of a doctor. */
    UnreadCounts unread(Caller caller) {
        requireStaff(caller);
        return chats.unread(caller.id());
    }

    /** The head of a chat. 404 {@code chat.not-yet} while the request has none. */
    Chat chat(Caller caller, UUID requestId) {
        RequestCard request = access.toRead(caller, requestId);
        return chats.inTransaction(() -> {
            ChatEntity chat = existing(requestId);
            List<ParticipantEntity> readers = chats.participants(requestId);
            return new Chat(
                    requestId,
                    chat.name(),
                    chat.closed() || !request.state().isWritable(),
                    access.consented(requestId),
                    chat.lastNumber(),
                    readUpTo(
                            readers.stream().filter(reader -> reader.is(caller)).toList()),
                    readUpTo(readers.stream()
                            .filter(ParticipantEntity::isPatientSide)
                            .toList()),
                    readUpTo(readers.stream().filter(ParticipantEntity::isStaff).toList()),
                    named(chat, readers));
        });
    }

    /**
     * Messages by ascending number: the first ones above {@code after}, or the last ones below {@code before}, or
     * without both the newest.
     */
    MessagePage messages(Caller caller, UUID requestId, Long after, Long before, int limit) {
        if (after != null && before != null) {
            throw ConsiliumException.invalid("chat.range", List.of(new FieldProblem("before", "range")));
        }
        access.toRead(caller, requestId);
        return chats.inTransaction(() -> {
            ChatEntity chat = existing(requestId);
            List<MessageEntity> found = after != null
                    ? chats.after(requestId, after, bounded(limit))
                    : chats.before(requestId, before == null ? Long.MAX_VALUE : before, bounded(limit));
            return new MessagePage(
                    found.stream()
                            .map(message -> message.toMessage(chat, caller))
                            .toList(),
                    chat.lastNumber());
        });
    }

    /** Posts a message; the same id again gives the same message, also after the chat was closed. */
    Message post(Caller caller, UUID requestId, NewMessage input) {
        NewMessage message = NewMessage.checked(input);
        if (!caller.isSystem()) {
            attempts.take("chat.post", caller.id().toString(), messagesPerMinute, Duration.ofMinutes(1));
        }
        return chats.inTransaction(() -> chats.message(message.id())
                .map(same -> repeated(caller, requestId, same))
                .orElseGet(() -> append(caller, requestId, message)));
    }

    private Message repeated(Caller caller, UUID requestId, MessageEntity message) {
        access.toRead(caller, requestId);
        if (!message.isIn(requestId) || !message.isBy(caller)) {
            throw ChatRepository.idTaken();
        }
        return message.toMessage(existing(requestId), caller);
    }

    private Message append(Caller caller, UUID requestId, NewMessage input) {
        access.toWrite(caller, requestId);
        ChatEntity chat = chats.lock(requestId).orElseThrow(ChatService::notYet);
        // the same message may have come by another connection while this one waited for the lock
        return chats.message(input.id())
                .map(same -> repeated(caller, requestId, same))
                .orElseGet(() -> append(caller, chat, input));
    }

    private Message append(Caller caller, ChatEntity chat, NewMessage input) {
        UUID requestId = chat.requestId();
        Document document = input.documentId() == null ? null : posted(caller, requestId, input.documentId());
        MessageEntity message = new MessageEntity(chat, caller, input, document, now());
        List<ParticipantEntity> readers = chats.participants(requestId);
        chat.posted(message);
        for (ParticipantEntity reader : readers) {
            if (reader.is(caller)) {
                reader.sent(message);
            } else {
                reader.received(message);
            }
        }
        chats.append(message);
        events.append(new ChatMessagePosted(requestId, input.id(), message.fromPatient()));
        audit.append(caller, "chat.message-posted", requestId, Map.of("number", Long.toString(message.number())));
        hints.posted(chat, readers);
        return message.toMessage(chat, caller);
    }

    private Document posted(Caller caller, UUID requestId, UUID documentId) {
        DocumentService known = documents;
        if (known == null) {
            throw ConsiliumException.domainAway("documents");
        }
        Document document = known.markPosted(caller, documentId);
        if (!requestId.equals(document.requestId())) {
            throw ConsiliumException.invalid(
                    "chat.document-of-another-request", List.of(new FieldProblem("documentId", "unknown")));
        }
        return document;
    }

    /** Notes how far the caller has read; never backwards, never beyond the newest message. */
    void read(Caller caller, UUID requestId, ReadPosition read) {
        if (read == null) {
            throw ConsiliumException.invalid("chat.position-missing", List.of(new FieldProblem("upTo", "required")));
        }
        access.toRead(caller, requestId);
        chats.inTransaction(() -> {
            ChatEntity chat = chats.lock(requestId).orElseThrow(ChatService::notYet);
            List<ParticipantEntity> readers = chats.participants(requestId);
            long position = Math.min(read.upTo(), chat.lastNumber());
            readers.stream()
                    .filter(reader -> reader.is(caller) && reader.readUpTo() < position)
                    .forEach(reader -> {
                        reader.read(position, chats.countOfOthers(requestId, position, caller));
                        hints.read(chat, readers, position);
                    });
            return null;
        });
    }

    private List<Chat.Participant> named(ChatEntity chat, List<ParticipantEntity> readers) {
        StaffDirectory known = directory;
        Map<UUID, StaffMember> staff = known == null
                ? Map.of()
                : known.findAll(readers.stream()
                        .filter(ParticipantEntity::isStaff)
                        .map(ParticipantEntity::id)
                        .toList());
        return readers.stream()
                .map(reader -> new Chat.Participant(
                        reader.id(),
                        reader.isPatientSide() ? chat.patientSideName() : shortName(staff.get(reader.id())),
                        reader.kind()))
                .toList();
    }

    private static String shortName(StaffMember member) {
        return member == null ? null : member.shortName();
    }

    private static long readUpTo(List<ParticipantEntity> readers) {
        return readers.stream().mapToLong(ParticipantEntity::readUpTo).max().orElse(0);
    }

    private ChatEntity existing(UUID requestId) {
        return chats.find(requestId).orElseThrow(ChatService::notYet);
    }

    private static ConsiliumException notYet() {
        return ConsiliumException.notFound("chat.not-yet");
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw ConsiliumException.forbidden("chat.staff-only");
        }
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
