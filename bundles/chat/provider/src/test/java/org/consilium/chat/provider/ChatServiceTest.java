package org.consilium.chat.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.consilium.chat.api.ChatMessagePosted;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ChatServiceTest {
    private final ChatHouse house;
    private final ChatService chats;
    private final Caller filer;
    private final Caller consultant;

    ChatServiceTest(Engine engine) {
        house = new ChatHouse(engine);
        chats = house.chats;
        filer = house.filer;
        consultant = house.consultant;
    }

    @AfterEach
    void close() {
        house.close();
    }

    // ---- posting

    @Test
    @Proves("S111")
    void bothSidesTalkAndEachSeesTheOtherByName() {
        RequestCard request = house.open(filer, consultant, "Иванова Анна Петровна", "Иванов Пётр Олегович");
        Caller patient = house.patientOf(request);
        Message question = house.say(consultant, request, "  Как вы себя чувствуете?\n");
        Message answer = house.say(patient, request, "Лучше");

        assertEquals(1, question.number());
        assertEquals("Как вы себя чувствуете?", question.text());
        assertTrue(question.mine());
        assertEquals(2, answer.number());
        assertTrue(answer.mine());
        assertTrue(answer.at().isAfter(question.at()));

        List<Message> forPatient =
                chats.messages(patient, request.id(), null, null, 50).items();
        assertEquals(
                List.of("Котова А. С.", "Иванов Пётр Олегович"),
                forPatient.stream().map(Message::authorName).toList());
        assertEquals(
                List.of(consultant.id(), request.id()),
                forPatient.stream().map(Message::authorId).toList());
        assertEquals(
                List.of(false, true), forPatient.stream().map(Message::mine).toList());
        List<Message> forFiler =
                chats.messages(filer, request.id(), null, null, 50).items();
        assertEquals(List.of(false, false), forFiler.stream().map(Message::mine).toList());
        assertEquals(
                List.of(Caller.Kind.STAFF, Caller.Kind.PATIENT),
                forFiler.stream().map(Message::authorKind).toList());
        assertEquals(question.at(), forFiler.get(0).at());

        // another link of the same request is the same side
        assertTrue(chats.messages(house.patientOf(request), request.id(), null, null, 50)
                .items()
                .get(1)
                .mine());

        ChatRow row = chats.list(filer, null, null, 50).items().get(0);
        assertEquals("Лучше", row.lastText());
        assertTrue(row.lastFromPatient());
        assertEquals(answer.at(), row.lastAt());
    }

    @Test
    void aMessageIsToldAuditedAndHinted() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.live.sent.clear();
        Message message = house.say(house.patientOf(request), request, "Добрый день");
        assertEquals(List.of(new ChatMessagePosted(request.id(), message.id(), true)), house.events.appended);
        assertEquals(List.of("chat.message-posted"), house.audit.actions());
        assertEquals(request.id(), house.audit.entries.get(0).subject());
        assertEquals(2, house.live.sent.size());
        assertEquals(Set.of(filer.id(), consultant.id()), house.live.sent.get(0).audience());
        assertEquals(request.id(), house.live.sent.get(1).toPatientsOf());
        house.live.sent.forEach(sent -> {
            assertEquals("chat.message", sent.hint().type());
            assertEquals(request.id(), sent.hint().subject());
            assertEquals(1, sent.hint().number());
            assertTrue(sent.hint().payload().isEmpty());
        });
    }

    @Test
    void theSystemMaySpeak() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.say(Caller.system("Консилиум"), request, "Консультация началась");
        Message seen =
                chats.messages(filer, request.id(), null, null, 50).items().get(0);
        assertEquals(Caller.Kind.SYSTEM, seen.authorKind());
        assertNull(seen.authorId());
        assertFalse(seen.mine());
        assertEquals(1, chats.unread(filer).total());
    }

    @Test
    void messagesAreNumberedWithoutGapsUnderTwentyParallelPosters() throws Exception {
        RequestCard request = house.open("Орлова Вера Ильинична");
        Caller patient = house.patientOf(request);
        int posters = 20;
        int each = 5;
        List<List<Message>> posted = inParallel(posters, poster -> {
            Caller caller = poster % 2 == 0 ? patient : consultant;
            List<Message> own = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                own.add(house.say(caller, request, "сообщение " + poster + "." + i));
            }
            return own;
        });
        assertEquals(
                LongStream.rangeClosed(1, posters * each).boxed().toList(),
                posted.stream()
                        .flatMap(List::stream)
                        .map(Message::number)
                        .sorted()
                        .toList());
        // each poster's messages stand in the order in which he sent them
        posted.forEach(own -> assertEquals(
                own.stream().map(Message::number).sorted().toList(),
                own.stream().map(Message::number).toList()));
        assertEquals(100, chats.unread(filer).total());
        assertEquals(50, chats.unread(consultant).total());
        assertEquals(100, chats.chat(filer, request.id()).last());
        assertEquals(100, house.events.appended.size());
    }

    @Test
    void theSameMessageSentManyTimesAtOnceStandsThereOnce() throws Exception {
        RequestCard request = house.open("Орлова Вера Ильинична");
        NewMessage message = new NewMessage(Uuid7.next(), "один раз", null);
        List<Message> answers = inParallel(10, i -> chats.post(filer, request.id(), message));
        assertEquals(1, Set.copyOf(answers).size());
        assertEquals(
                1, chats.messages(filer, request.id(), null, null, 50).items().size());
        assertEquals(1, chats.unread(consultant).total());
        assertEquals(1, house.events.appended.size());
    }

    @Test
    void anIdBelongsToOneMessageOfOneAuthor() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        RequestCard other = house.open("Иванова Анна Петровна");
        NewMessage message = new NewMessage(Uuid7.next(), "моё", null);
        Message first = chats.post(filer, request.id(), message);
        assertEquals(first, chats.post(filer, request.id(), new NewMessage(message.id(), "иначе", null)));
        assertEquals("моё", first.text());
        house.refused("chat.id-taken", () -> chats.post(consultant, request.id(), message));
        house.refused("chat.id-taken", () -> chats.post(house.patientOf(request), request.id(), message));
        house.refused("chat.id-taken", () -> chats.post(filer, other.id(), message));
        // who has no right on the request does not even learn that
        house.refused("requests.not-found", () -> chats.post(house.stranger, request.id(), message));
        assertEquals(0, chats.chat(filer, other.id()).last());
        assertEquals(1, chats.chat(filer, request.id()).last());
    }

    @Test
    void anotherLinkOfTheSameRequestMayRepeatAMessage() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        NewMessage message = new NewMessage(Uuid7.next(), "с телефона", null);
        Message first = chats.post(house.patientOf(request), request.id(), message);
        assertEquals(first, chats.post(house.patientOf(request), request.id(), message));
    }

    @Test
    void oneIdInTwoChatsAtTheSameTimeGoesToOneOfThem() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<RequestCard> requests =
                    List.of(house.open("Орлова Вера Ильинична"), house.open("Иванова Анна Петровна"));
            NewMessage message = new NewMessage(Uuid7.next(), "куда?", null);
            List<String> answers = inParallel(2, i -> {
                try {
                    chats.post(filer, requests.get(i).id(), message);
                    return "posted";
                } catch (ConsiliumException e) {
                    return e.code();
                }
            });
            assertEquals(
                    List.of("chat.id-taken", "posted"),
                    answers.stream().sorted().toList());
            assertEquals(
                    1,
                    requests.stream()
                            .mapToLong(each -> chats.chat(filer, each.id()).last())
                            .sum());
        }
    }

    @Test
    @Proves({"S107", "S112"})
    void aClosedRequestRefusesAtOnceAlthoughTheChatIsStillWhite() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        NewMessage before = new NewMessage(Uuid7.next(), "успел", null);
        Message kept = chats.post(filer, request.id(), before);
        house.requests.setState(request.id(), RequestState.EXECUTED);

        for (Caller caller : List.of(filer, consultant, house.patientOf(request))) {
            ConsiliumException failure = house.refused("requests.closed", () -> house.say(caller, request, "поздно"));
            assertEquals(409, failure.status().http());
            assertTrue(chats.chat(caller, request.id()).closed());
            assertEquals(
                    1,
                    chats.messages(caller, request.id(), null, null, 50).items().size());
        }
        assertEquals(kept, chats.post(filer, request.id(), before));
        assertEquals(1, house.events.appended.size());
        // what came before can still be marked as read
        chats.read(consultant, request.id(), new ReadPosition(1));
        assertEquals(0, chats.unread(consultant).total());
    }

    @Test
    void aMessageThatCannotBeKeptUsesNoNumber() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.say(filer, request, "раз");
        Document foreign = house.documents.add(UUID.randomUUID(), "чужое.pdf");
        house.refused(
                "chat.document-of-another-request",
                () -> chats.post(filer, request.id(), new NewMessage(Uuid7.next(), null, foreign.id())));
        assertEquals(2, house.say(filer, request, "два").number());
        assertEquals(2, chats.unread(consultant).total());
    }

    @Test
    void wrongMessagesAreRefused() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        for (String text : new String[] {null, "", " \n\t ", "\u0000"}) {
            ConsiliumException failure = house.refused("chat.message-empty", () -> house.say(filer, request, text));
            assertEquals(422, failure.status().http());
        }
        house.refused("chat.message-too-long", () -> house.say(filer, request, "ж".repeat(4001)));
        house.refused(
                "chat.message-without-id", () -> chats.post(filer, request.id(), new NewMessage(null, "текст", null)));
        house.refused("chat.message-without-id", () -> chats.post(filer, request.id(), null));
        house.refused("chat.position-missing", () -> chats.read(filer, request.id(), null));
        assertEquals(0, chats.chat(filer, request.id()).last());

        assertEquals(4000, house.say(filer, request, "ж".repeat(4000)).text().length());
        assertEquals("а б", house.say(filer, request, "а\u0000 б").text());
    }

    @Test
    void theListShowsTheBeginningOfALongMessageAndNoHalfCharacter() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.say(filer, request, "x".repeat(299) + "🙂🙂");
        assertEquals(
                "x".repeat(299),
                chats.list(filer, null, null, 50).items().get(0).lastText());
    }

    @Test
    void anAuthorMayNotFlood() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.attempts.exhausted.add(filer.id().toString());
        ConsiliumException failure =
                house.refused("platform.too-many-attempts", () -> house.say(filer, request, "ещё"));
        assertTrue(failure.getMessage().contains(String.valueOf(ChatHouse.MESSAGES_PER_MINUTE)));
        assertEquals(1, house.say(consultant, request, "можно").number());
    }

    // ---- documents

    @Test
    @Proves("S111")
    void aDocumentOfTheRequestCanBePosted() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        Caller patient = house.patientOf(request);
        Document scan = house.documents.add(request.id(), "анализ крови.pdf");
        Message message = chats.post(patient, request.id(), new NewMessage(Uuid7.next(), null, scan.id()));
        assertNull(message.text());
        assertTrue(house.documents.posted.contains(scan.id()));

        chats.documents = null;
        Message seen =
                chats.messages(filer, request.id(), null, null, 50).items().get(0);
        assertEquals(new Message.Attachment(scan.id(), "анализ крови.pdf", "application/pdf", 1234), seen.document());
        assertEquals(
                "анализ крови.pdf",
                chats.list(filer, null, null, 50).items().get(0).lastText());
        house.refused(
                "platform.domain-away",
                () -> chats.post(patient, request.id(), new NewMessage(Uuid7.next(), "и вот", scan.id())));
        assertEquals(2, house.say(patient, request, "без файла можно").number());
    }

    @Test
    void noOtherDocumentCanBePosted() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        UUID ofAnother = house.documents.add(UUID.randomUUID(), "a.pdf").id();
        UUID ownPrivate = house.documents.add(null, "b.pdf").id();
        for (UUID id : List.of(ofAnother, ownPrivate)) {
            house.refused(
                    "chat.document-of-another-request",
                    () -> chats.post(filer, request.id(), new NewMessage(Uuid7.next(), "вот", id)));
        }
        house.refused(
                "documents.not-found",
                () -> chats.post(filer, request.id(), new NewMessage(Uuid7.next(), "вот", UUID.randomUUID())));
        assertEquals(0, chats.chat(filer, request.id()).last());
    }

    // ---- unread

    @Test
    @Proves({"S108", "S109"})
    void unreadIsCountedForEachReaderWithoutHisOwnMessages() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        RequestCard second = house.open("Иванова Анна Петровна");
        Caller patient = house.patientOf(request);
        house.say(patient, request, "1");
        house.say(filer, request, "2");
        house.say(patient, request, "3");
        house.say(consultant, second, "1");

        assertEquals(new UnreadCounts(3, Map.of(request.id(), 2L, second.id(), 1L)), chats.unread(filer));
        assertEquals(new UnreadCounts(3, Map.of(request.id(), 3L)), chats.unread(consultant));
        assertEquals(0, chats.unread(house.stranger).total());
        assertEquals(2, unreadInList(filer, request));
        assertEquals(3, unreadInList(consultant, request));

        chats.read(consultant, request.id(), new ReadPosition(1));
        assertEquals(2, unreadInList(consultant, request));
        assertEquals(2, unreadInList(filer, request), "another reader's counter stays");
        chats.read(filer, request.id(), new ReadPosition(1));
        assertEquals(1, unreadInList(filer, request), "the own message 2 does not count");
        chats.read(filer, request.id(), new ReadPosition(3));
        assertEquals(0, unreadInList(filer, request));
        assertEquals(1, chats.unread(filer).total());

        house.say(patient, request, "4");
        assertEquals(1, unreadInList(filer, request));
    }

    @Test
    void aReadPositionGoesNeitherBackNorBeyondTheEnd() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        Caller patient = house.patientOf(request);
        IntStream.rangeClosed(1, 4).forEach(i -> house.say(filer, request, "сообщение " + i));
        house.live.sent.clear();

        chats.read(patient, request.id(), new ReadPosition(3));
        chats.read(house.patientOf(request), request.id(), new ReadPosition(2));
        chats.read(patient, request.id(), new ReadPosition(-5));
        assertEquals(3, chats.chat(filer, request.id()).patientReadUpTo());
        assertEquals(3, chats.chat(patient, request.id()).readUpTo());
        assertEquals(2, house.live.sent.size(), "only a change is told, to staff and patients");
        assertEquals("chat.read", house.live.sent.get(0).hint().type());
        assertEquals(3, house.live.sent.get(0).hint().number());

        chats.read(patient, request.id(), new ReadPosition(Long.MAX_VALUE));
        assertEquals(4, chats.chat(patient, request.id()).readUpTo());
        house.say(filer, request, "сообщение 5");
        assertEquals(4, chats.chat(patient, request.id()).readUpTo());

        assertEquals(0, chats.chat(patient, request.id()).staffReadUpTo());
        house.say(patient, request, "ответ");
        chats.read(consultant, request.id(), new ReadPosition(6));
        Chat chat = chats.chat(patient, request.id());
        assertEquals(6, chat.staffReadUpTo());
        assertEquals(6, chat.last());
        assertEquals(0, chats.chat(filer, request.id()).readUpTo());
    }

    @Test
    void countersStayRightWhenReadingAndPostingMeet() throws Exception {
        RequestCard request = house.open("Орлова Вера Ильинична");
        Caller patient = house.patientOf(request);
        inParallel(8, i -> {
            for (int n = 0; n < 5; n++) {
                if (i % 2 == 0) {
                    house.say(patient, request, "сообщение");
                } else {
                    chats.read(
                            filer,
                            request.id(),
                            new ReadPosition(chats.chat(filer, request.id()).last()));
                }
            }
            return null;
        });
        Chat chat = chats.chat(filer, request.id());
        assertEquals(20, chat.last());
        assertEquals(20 - chat.readUpTo(), chats.unread(filer).total());
        chats.read(filer, request.id(), new ReadPosition(20));
        assertEquals(0, chats.unread(filer).total());
    }

    // ---- rights

    @Test
    void beforeTheConsentThePatientReadsAndWritesNothing() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.say(filer, request, "Здравствуйте");
        house.links.consents.clear();
        Caller patient = house.patientOf(request);
        UUID id = request.id();
        ConsiliumException failure = house.refused("chat.consent-needed", () -> chats.chat(patient, id));
        assertEquals(403, failure.status().http());
        house.refused("chat.consent-needed", () -> chats.messages(patient, id, null, null, 50));
        house.refused("chat.consent-needed", () -> house.say(patient, request, "да"));
        house.refused("chat.consent-needed", () -> chats.read(patient, id, new ReadPosition(1)));
        assertFalse(chats.chat(filer, id).consented());

        house.links.consents.add(id);
        assertTrue(chats.chat(patient, id).consented());
        assertTrue(chats.chat(filer, id).consented());

        house.access.links = null;
        house.refused("platform.domain-away", () -> chats.chat(patient, id));
        house.refused("platform.domain-away", () -> house.say(patient, request, "да"));
        assertFalse(chats.chat(filer, id).consented());
    }

    @Test
    void whoIsNotInTheRequestFindsNothing() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        RequestCard other = house.open("Иванова Анна Петровна");
        house.say(filer, request, "тайна");
        house.live.sent.clear();
        UUID id = request.id();
        for (Caller caller : List.of(house.stranger, house.patientOf(other))) {
            ConsiliumException failure = house.refused("requests.not-found", () -> chats.chat(caller, id));
            assertEquals(404, failure.status().http());
            house.refused("requests.not-found", () -> chats.messages(caller, id, null, null, 50));
            house.refused("requests.not-found", () -> house.say(caller, request, "чужой"));
            house.refused("requests.not-found", () -> chats.read(caller, id, new ReadPosition(1)));
        }
        house.refused("requests.not-found", () -> chats.chat(filer, UUID.randomUUID()));
        assertEquals(List.of(), chats.list(house.stranger, null, null, 50).items());
        assertEquals(List.of(), chats.list(house.stranger, "Орлова", null, 50).items());
        assertEquals(
                403,
                house.refused("chat.staff-only", () -> chats.list(house.patientOf(request), null, null, 50))
                        .status()
                        .http());
        house.refused("chat.staff-only", () -> chats.unread(house.patientOf(request)));
        assertEquals(1, chats.chat(filer, id).last());
        assertEquals(1, chats.unread(consultant).total());
        assertEquals(List.of(), house.live.sent);
    }

    @Test
    void withoutRequestsNothingIsShownOrTaken() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.access.requests = null;
        for (Caller caller : List.of(filer, house.patientOf(request))) {
            ConsiliumException failure = house.refused("platform.domain-away", () -> chats.chat(caller, request.id()));
            assertEquals(503, failure.status().http());
            house.refused("platform.domain-away", () -> chats.messages(caller, request.id(), null, null, 50));
            house.refused("platform.domain-away", () -> house.say(caller, request, "?"));
            house.refused("platform.domain-away", () -> chats.read(caller, request.id(), new ReadPosition(1)));
        }
        assertEquals(1, chats.list(filer, null, null, 50).items().size(), "the own list needs nobody");
    }

    @Test
    void withoutTheDirectoryDoctorsHaveNoNamesInTheHead() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        chats.directory = null;
        List<Chat.Participant> participants = chats.chat(filer, request.id()).participants();
        assertNull(participants.get(0).name());
        assertEquals("Орлова Вера Ильинична", participants.get(2).name());
    }

    // ---- reading on

    @Test
    void messagesAreReadForwardsBackwardsAndFromTheEnd() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        IntStream.rangeClosed(1, 12).forEach(i -> house.say(filer, request, "сообщение " + i));
        assertEquals(List.of(8L, 9L, 10L, 11L, 12L), numbers(request, null, null, 5));
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L), numbers(request, null, 8L, 5));
        assertEquals(List.of(1L, 2L), numbers(request, null, 3L, 5));
        assertEquals(List.of(), numbers(request, null, 1L, 5));
        assertEquals(List.of(1L, 2L, 3L), numbers(request, 0L, null, 3));
        assertEquals(List.of(11L, 12L), numbers(request, 10L, null, 5));
        assertEquals(List.of(), numbers(request, 12L, null, 5));
        assertEquals(List.of(12L), numbers(request, null, null, 0), "a page has at least one");
        assertEquals(12, numbers(request, 0L, null, 100_000).size());
        assertEquals(12, chats.messages(filer, request.id(), 0L, null, 3).last());
        assertEquals(
                422,
                house.refused("chat.range", () -> chats.messages(filer, request.id(), 1L, 5L, 5))
                        .status()
                        .http());
    }

    @Test
    void theListGoesByTheNewestMessageAndPageByPage() {
        List<RequestCard> requests = IntStream.range(0, 7)
                .mapToObj(i -> house.open("Орлова Вера Ильинична"))
                .toList();
        house.say(filer, requests.get(2), "новое");
        assertEquals(
                requests.get(2).id(),
                chats.list(filer, null, null, 1).items().get(0).requestId());

        List<UUID> paged = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<ChatRow> page = chats.list(filer, null, cursor, 3);
            page.items().forEach(row -> paged.add(row.requestId()));
            cursor = page.next();
            pages++;
        } while (cursor != null);
        assertEquals(3, pages);
        assertEquals(7, Set.copyOf(paged).size());
        assertEquals(
                chats.list(filer, null, null, 50).items().stream()
                        .map(ChatRow::requestId)
                        .toList(),
                paged);
    }

    @Test
    void chatsOfTheSameInstantAreNeitherLostNorDoubled() {
        house.clock.stopped = true;
        IntStream.range(0, 5).forEach(i -> house.open("Орлова Вера Ильинична"));
        Page<ChatRow> first = chats.list(filer, null, null, 2);
        Page<ChatRow> second = chats.list(filer, null, first.next(), 2);
        Page<ChatRow> third = chats.list(filer, null, second.next(), 2);
        assertNull(third.next());
        assertEquals(
                5,
                Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(ChatRow::requestId)
                        .distinct()
                        .count());
    }

    @Test
    void aForgedCursorIsRefused() {
        for (String cursor : List.of("!!!", "abc", "MTIzNDU", "fn5-")) {
            ConsiliumException failure =
                    house.refused("platform.bad-cursor", () -> chats.list(filer, null, cursor, 50));
            assertEquals(400, failure.status().http());
        }
    }

    @Test
    @Proves("S105")
    void chatsAreFoundByTheWordsOfTheirRequest() {
        RequestCard orlova = house.open("Орлова-Королёва Вера Ильинична");
        RequestCard child = house.open(filer, consultant, "Семёнов Миша Андреевич", "Семёнова Ольга Ивановна");
        RequestCard other = house.open(house.stranger, consultant, "Орлов Игорь Петрович", null);

        assertEquals(Set.of(orlova.id()), found(filer, "орлов"));
        assertEquals(Set.of(orlova.id(), other.id()), found(consultant, "Орлов"));
        assertEquals(Set.of(orlova.id()), found(filer, "КОРОЛЕВА вер"));
        assertEquals(Set.of(child.id()), found(filer, "семенов"));
        assertEquals(Set.of(child.id()), found(filer, "ольга"));
        assertEquals(Set.of(child.id()), found(filer, child.number()));
        assertEquals(Set.of(), found(filer, "орлова миша"));
        assertEquals(Set.of(), found(filer, "нет%такого_"));
        assertEquals(Set.of(orlova.id(), child.id()), found(filer, "  "));
        assertEquals(Set.of(orlova.id(), child.id()), found(filer, null));
        assertEquals(Set.of(), found(filer, "а б в г д е ж з и к л м н о п".repeat(20)));
        assertNotEquals(Set.of(), found(filer, "терап"));
    }

    private Set<UUID> found(Caller caller, String query) {
        return chats.list(caller, query, null, 50).items().stream()
                .map(ChatRow::requestId)
                .collect(Collectors.toSet());
    }

    private List<Long> numbers(RequestCard request, Long after, Long before, int limit) {
        return chats.messages(filer, request.id(), after, before, limit).items().stream()
                .map(Message::number)
                .toList();
    }

    private long unreadInList(Caller caller, RequestCard request) {
        return chats.list(caller, null, null, 50).items().stream()
                .filter(row -> row.requestId().equals(request.id()))
                .findFirst()
                .orElseThrow()
                .unread();
    }

    private interface Act<T> {
        T run(int number) throws Exception;
    }

    /** All begin at the same moment. */
    private static <T> List<T> inParallel(int threads, Act<T> act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Callable<T>> tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(i -> () -> {
                        start.await();
                        return act.run(i);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
