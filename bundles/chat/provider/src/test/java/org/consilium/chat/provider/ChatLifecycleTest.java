package org.consilium.chat.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestAccepted;
import org.consilium.requests.api.RequestAwaitsSignature;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestHandedOver;
import org.consilium.requests.api.RequestReopened;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ChatLifecycleTest {
    private final ChatHouse house;

    ChatLifecycleTest(Engine engine) {
        house = new ChatHouse(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void doctorsAmongThemselvesTalkFromTheNamingOfTheConsultantOn() {
        RequestCard request = house.requests.question(house.filer.id());
        house.opening.handle(ChatHouse.submitted(request));
        house.refused("chat.not-yet", () -> house.chats.chat(house.filer, request.id()));
        house.requests.name(request.id(), house.consultant.id());
        RequestAccepted accepted = new RequestAccepted(request.id(), "answer", house.consultant.id());
        OpenChatOnRequestAccepted accepting = new OpenChatOnRequestAccepted(house.lifecycle);
        accepting.handle(accepted);
        accepting.handle(accepted);
        assertEquals(
                Set.of(
                        new Chat.Participant(house.filer.id(), "Щербаков П. И.", Caller.Kind.STAFF),
                        new Chat.Participant(house.consultant.id(), "Котова А. С.", Caller.Kind.STAFF)),
                Set.copyOf(house.chats.chat(house.consultant, request.id()).participants()));
        ChatRow row = house.chats.list(house.filer, "000777", null, 50).items().get(0);
        assertNull(row.patientName());
        assertNull(row.visitStart());
    }

    @Test
    @Proves({"S103", "S104"})
    void aSubmittedRequestGetsItsOneChatByItself() {
        RequestCard request = house.requests.add(
                house.filer.id(), house.consultant.id(), "Иванова Анна Петровна", "Иванов Пётр Олегович");
        house.refused("chat.not-yet", () -> house.chats.chat(house.filer, request.id()));

        house.opening.handle(ChatHouse.submitted(request));
        house.opening.handle(ChatHouse.submitted(request));

        Chat chat = house.chats.chat(house.filer, request.id());
        assertEquals(request.name(), chat.name());
        assertFalse(chat.closed());
        assertFalse(chat.consented());
        assertEquals(0, chat.last());
        assertEquals(
                Set.of(
                        new Chat.Participant(house.filer.id(), "Щербаков П. И.", Caller.Kind.STAFF),
                        new Chat.Participant(house.consultant.id(), "Котова А. С.", Caller.Kind.STAFF),
                        new Chat.Participant(request.id(), "Иванов Пётр Олегович", Caller.Kind.PATIENT)),
                Set.copyOf(chat.participants()));
        assertEquals(Caller.Kind.PATIENT, chat.participants().get(2).kind());

        for (Caller doctor : List.of(house.filer, house.consultant)) {
            List<ChatRow> rows = house.chats.list(doctor, null, null, 50).items();
            assertEquals(1, rows.size());
            ChatRow row = rows.get(0);
            assertEquals(request.name(), row.name());
            assertEquals("Иванова Анна Петровна", row.patientName());
            assertEquals("Иванов Пётр Олегович", row.representativeName());
            assertEquals(request.visitStart(), row.visitStart());
            assertNull(row.lastText());
            assertEquals(0, row.unread());
        }
        assertEquals(List.of("chat.opened", "chat.opened"), hintTypes());
        assertEquals(
                Set.of(house.filer.id(), house.consultant.id()),
                house.live.sent.get(0).audience());
        assertEquals(request.id(), house.live.sent.get(1).toPatientsOf());
    }

    @Test
    void oneDoctorWhoConsultsHimselfIsOneParticipant() {
        RequestCard request = house.open(house.filer, house.filer, "Орлова Вера Ильинична", null);
        assertEquals(
                2, house.chats.chat(house.filer, request.id()).participants().size());
    }

    @Test
    void aChatIsNotMadeWhileRequestsAreAwaySoThatTheEventComesAgain() {
        RequestCard request =
                house.requests.add(house.filer.id(), house.consultant.id(), "Орлова Вера Ильинична", null);
        house.access.requests = null;
        house.refused("platform.domain-away", () -> house.opening.handle(ChatHouse.submitted(request)));
        house.access.requests = house.requests;
        house.opening.handle(ChatHouse.submitted(request));
        assertEquals(1, house.chats.list(house.filer, null, null, 50).items().size());
    }

    @Test
    @Proves({"S106", "S112", "S113"})
    void theChatClosesWithItsRequestAndStaysReadable() {
        RequestCard request = house.open("Иванова Анна Петровна");
        house.say(house.filer, request, "Здравствуйте");
        house.live.sent.clear();

        house.requests.setState(request.id(), RequestState.EXECUTED);
        house.closing.handle(new RequestExecuted(request.id(), Outcome.WITHOUT_CONCLUSION, "no-show"));
        house.closing.handle(new RequestExecuted(request.id(), Outcome.WITHOUT_CONCLUSION, "no-show"));

        assertTrue(house.chats
                .list(house.consultant, null, null, 50)
                .items()
                .get(0)
                .closed());
        assertTrue(house.chats.chat(house.patientOf(request), request.id()).closed());
        assertEquals(
                1,
                house.chats
                        .messages(house.patientOf(request), request.id(), null, null, 50)
                        .items()
                        .size());
        assertEquals(
                1,
                house.chats
                        .messages(house.filer, request.id(), null, null, 50)
                        .items()
                        .size());
        assertEquals(List.of("chat.closed", "chat.closed"), hintTypes());
    }

    @Test
    void aCancelledRequestClosesItsChat() {
        RequestCard request = house.open("Иванова Анна Петровна");
        house.requests.setState(request.id(), RequestState.CANCELLED);
        house.cancelling.handle(new RequestCancelled(request.id()));
        assertTrue(house.chats.list(house.filer, null, null, 50).items().get(0).closed());
    }

    @Test
    void aClosingThatComesBeforeTheOpeningIsNotForgotten() {
        RequestCard request =
                house.requests.add(house.filer.id(), house.consultant.id(), "Орлова Вера Ильинична", null);
        house.requests.setState(request.id(), RequestState.CANCELLED);
        house.cancelling.handle(new RequestCancelled(request.id()));
        house.opening.handle(ChatHouse.submitted(request));
        assertTrue(house.chats.list(house.filer, null, null, 50).items().get(0).closed());
    }

    @Test
    @Proves({"S163"})
    void aChatIsGreyWhileTheConclusionWaitsForItsSignatureAndOpensAgainWithoutIt() {
        RequestCard request = house.open("Иванова Анна Петровна");
        house.requests.setState(request.id(), RequestState.AWAITING_SIGNATURE);
        new FollowRequestAwaitsSignature(house.lifecycle).handle(new RequestAwaitsSignature(request.id()));
        assertTrue(house.chats.chat(house.filer, request.id()).closed());
        house.refused("requests.closed", () -> house.say(house.filer, request, "Ещё одно"));
        house.requests.setState(request.id(), RequestState.IN_WORK);
        new FollowRequestReopened(house.lifecycle).handle(new RequestReopened(request.id()));
        assertFalse(house.chats.chat(house.filer, request.id()).closed());
        house.say(house.filer, request, "Ещё одно");
    }

    @Test
    void theNewConsultantTakesPartAndTheOneBeforeNoMore() {
        RequestCard request = house.open("Иванова Анна Петровна");
        house.say(house.filer, request, "Здравствуйте");
        Instant start = request.visitStart().plusSeconds(3600);
        house.requests.handOver(request.id(), house.stranger.id(), start);
        house.live.sent.clear();
        RequestHandedOver event = new RequestHandedOver(
                request.id(), house.consultant.id(), house.stranger.id(), request.visitStart(), start);
        new FollowRequestHandedOver(house.lifecycle).handle(event);
        new FollowRequestHandedOver(house.lifecycle).handle(event);
        assertEquals(
                List.of(), house.chats.list(house.consultant, null, null, 50).items());
        ChatRow row = house.chats.list(house.stranger, null, null, 50).items().get(0);
        assertEquals(1, row.unread());
        assertEquals(start, row.visitStart());
        assertEquals(List.of("chat.opened", "chat.opened"), hintTypes());
        assertTrue(house.live.sent.get(0).audience().contains(house.consultant.id()));
    }

    @Test
    void aRequestThatNobodyKnowsMakesNoChat() {
        house.closing.handle(new RequestExecuted(UUID.randomUUID(), Outcome.WITHOUT_CONCLUSION, "no-show"));
        ConsiliumException failure = house.refused(
                "requests.not-found",
                () -> house.opening.handle(ChatHouse.submitted(
                        new FakeRequests().add(house.filer.id(), house.consultant.id(), "Никто Никто Никто", null))));
        assertEquals(404, failure.status().http());
    }

    private List<String> hintTypes() {
        return house.live.sent.stream()
                .map(RecordingLive.Sent::hint)
                .map(hint -> hint.type())
                .toList();
    }
}
