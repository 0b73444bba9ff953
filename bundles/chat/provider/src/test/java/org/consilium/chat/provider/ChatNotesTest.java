package org.consilium.chat.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ChatNotesTest {
    private final ChatHouse house;

    ChatNotesTest(Engine engine) {
        house = new ChatHouse(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNoteIsNumberedWithTheMessagesAndUnreadForEverybody() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.say(house.filer, request, "Здравствуйте");
        house.live.sent.clear();
        Map<String, String> details = Map.of("by", "Котова А. С. & Ко = 100 %", "seconds", "45");
        house.notes.note(request.id(), "conferencing.unanswered", details);
        house.say(house.filer, request, "Перезвоню");

        List<Message> items = house.chats
                .messages(house.patientOf(request), request.id(), null, null, 50)
                .items();
        assertEquals(List.of(1L, 2L, 3L), items.stream().map(Message::number).toList());
        Message note = items.get(1);
        assertEquals(new Note("conferencing.unanswered", details), note.note());
        assertEquals(Caller.Kind.SYSTEM, note.authorKind());
        assertNull(note.authorId());
        assertNull(note.authorName());
        assertNull(note.text());
        assertFalse(note.mine());
        assertNull(items.get(0).note());

        assertEquals(1, house.chats.unread(house.filer).total(), "of the own side only the note");
        assertEquals(3, house.chats.unread(house.consultant).total());
        house.chats.read(house.filer, request.id(), new ReadPosition(1));
        assertEquals(1, house.chats.unread(house.filer).total(), "counted again when it was read up to before it");
        assertEquals("chat.message", house.live.sent.get(0).hint().type());
        assertEquals(2, house.live.sent.get(0).hint().number());
    }

    @Test
    void theListShowsTheCodeOfTheNewestNote() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.say(house.filer, request, "Здравствуйте");
        house.notes.note(request.id(), "conferencing.declined", Map.of());
        ChatRow row = house.chats.list(house.filer, null, null, 50).items().get(0);
        assertNull(row.lastText());
        assertEquals("conferencing.declined", row.lastNote());
        assertFalse(row.lastFromPatient());
        house.say(house.filer, request, "снова я");
        row = house.chats.list(house.filer, null, null, 50).items().get(0);
        assertEquals("снова я", row.lastText());
        assertNull(row.lastNote());
    }

    @Test
    void aClosedOrMissingChatTakesNone() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        house.requests.setState(request.id(), RequestState.EXECUTED);
        house.closing.handle(new RequestExecuted(request.id(), null, null));
        house.notes.note(request.id(), "conferencing.ended", Map.of());
        house.notes.note(UUID.randomUUID(), "conferencing.ended", Map.of());
        assertEquals(0, house.chats.chat(house.filer, request.id()).last());
    }

    @Test
    void aNoteOfWhatDidNotHappenIsNotKept() {
        RequestCard request = house.open("Орлова Вера Ильинична");
        assertThrows(
                IllegalStateException.class,
                () -> house.repository.inTransaction(() -> {
                    house.notes.note(request.id(), "conferencing.ended", Map.of());
                    throw new IllegalStateException("after the note");
                }));
        assertEquals(0, house.chats.chat(house.filer, request.id()).last());
    }
}
