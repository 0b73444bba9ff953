package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.requests.api.RequestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class BoardsTest {
    private final House house;
    private final RequestCard request;
    private final Caller patient;
    private Ticket doctor;

    BoardsTest(Engine engine) {
        house = new House(engine);
        request = house.request();
        patient = house.patientOf(request);
    }

    @BeforeEach
    void enter() {
        doctor = house.enter(house.filer, request);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    private static Element stroke(String id, long version, long nonce, String colour) {
        return new Element(
                id,
                version,
                nonce,
                "{\"id\":\"" + id + "\",\"version\":" + version + ",\"colour\":\"" + colour + "\"}");
    }

    private BoardNumber draw(Caller caller, Ticket ticket, Element... elements) {
        return house.boards.draw(caller, request.id(), new BoardChange(ticket.connection(), List.of(elements)));
    }

    private Board board(Caller reader, long after) {
        return house.boards.read(reader, request.id(), after);
    }

    @Test
    void theHigherVersionWinsAndOfEqualOnesTheLowerNonce() {
        assertEquals(1, draw(house.filer, doctor, stroke("a", 2, 50, "red")).number());
        assertEquals(1, draw(house.filer, doctor, stroke("a", 1, 1, "old")).number(), "nothing new");
        assertEquals(1, draw(house.filer, doctor, stroke("a", 2, 60, "lost")).number());
        assertEquals(2, draw(house.filer, doctor, stroke("a", 2, 40, "blue")).number());
        assertEquals(3, draw(house.filer, doctor, stroke("a", 3, 99, "green")).number());
        assertEquals(List.of(stroke("a", 3, 99, "green")), board(house.filer, 0).elements());
    }

    @Test
    void whoComesLateGetsItAllAndWhoWasThereOnlyWhatChanged() {
        draw(house.filer, doctor, stroke("a", 1, 1, "red"), stroke("b", 1, 1, "red"));
        draw(house.filer, doctor, stroke("c", 1, 1, "red"));
        Ticket called = house.called(doctor, house.filer, patient, request);
        Board whole = board(patient, 0);
        assertEquals(2, whole.number());
        assertEquals(3, whole.elements().size());
        assertEquals(called.room().boardNumber(), whole.number());
        draw(patient, called, stroke("a", 2, 1, "blue"));
        assertEquals(List.of(stroke("a", 2, 1, "blue")), board(house.filer, 2).elements());
        house.host.end(house.filer, request.id());
        assertEquals(3, board(house.filer, 0).elements().size(), "the board outlives the conference");
    }

    @Test
    void whatIsDrawnRidesAlongWithTheHintUnlessItIsTooBig() {
        house.live.sent.clear();
        draw(house.filer, doctor, stroke("a", 1, 1, "red"));
        RecordingLive.Sent sent = house.live.sent.get(0);
        assertEquals("conferencing.board", sent.hint().type());
        assertEquals(1, sent.hint().number());
        assertEquals(Set.of(house.filer.id()), sent.audience(), "those in the room only");
        assertEquals(1, ((List<?>) sent.hint().payload().get("elements")).size());
        draw(house.filer, doctor, stroke("b", 1, 1, "x".repeat(60_000)), stroke("c", 1, 1, "y".repeat(60_000)));
        assertFalse(house.live.sent.get(1).hint().payload().containsKey("elements"));
    }

    @Test
    void overTheSocketItIsTheSame() {
        house.drawing.handle(
                house.filer,
                house.said(
                        "conferencing.board",
                        request,
                        UUID.randomUUID(),
                        "{\"connection\":\"" + doctor.connection()
                                + "\",\"elements\":[{\"id\":\"a\",\"version\":1,\"nonce\":2,\"element\":\"{\\\"id\\\":\\\"a\\\"}\"}]}"));
        assertEquals(
                List.of(new Element("a", 1, 2, "{\"id\":\"a\"}")),
                board(house.filer, 0).elements());
    }

    @Test
    void whatIsNoDrawingIsRefused() {
        for (Element element : List.of(
                new Element(null, 1, 1, "{}"),
                new Element("", 1, 1, "{\"id\":\"\"}"),
                new Element("a", 1, 1, null),
                new Element("a", 1, 1, "[]"),
                new Element("a", 1, 1, "{"),
                new Element("a", 1, 1, "{\"id\":\"b\"}"),
                new Element("a", -1, 1, "{\"id\":\"a\"}"),
                new Element("a".repeat(101), 1, 1, "{\"id\":\"" + "a".repeat(101) + "\"}"),
                stroke("a", 1, 1, "x".repeat(70_000)))) {
            house.refused("conferencing.invalid", () -> draw(house.filer, doctor, element));
        }
        house.refused("conferencing.invalid", () -> draw(house.filer, doctor));
        house.refused(
                "conferencing.invalid",
                () -> draw(house.filer, doctor, stroke("a", 1, 1, "red"), stroke("a", 2, 1, "red")));
        house.refused(
                "conferencing.invalid",
                () -> draw(
                        house.filer,
                        doctor,
                        IntStream.range(0, 201)
                                .mapToObj(i -> stroke("e" + i, 1, 1, "red"))
                                .toArray(Element[]::new)));
        assertEquals(0, board(house.filer, 0).number());
    }

    @Test
    void onlyThoseInTheRoomDraw() {
        Element element = stroke("a", 1, 1, "red");
        house.refused("conferencing.not-in-room", () -> draw(house.consultant, doctor, element));
        house.refused("requests.not-found", () -> draw(house.stranger, doctor, element));
        Ticket waiting = house.enter(patient, request);
        house.refused("conferencing.not-in-room", () -> draw(patient, waiting, element));
        house.refused("conferencing.not-in-room", () -> board(patient, 0));
        assertEquals(0, board(house.consultant, 0).number(), "staff reads without being in");
    }

    @Test
    void aFullBoardTakesNoMoreAndKeepsWhatItHas() {
        for (int i = 0; i < 64; i++) {
            draw(house.filer, doctor, stroke("e" + i, 1, 1, "x".repeat(65_000)));
        }
        house.refused(
                "conferencing.board-full", () -> draw(house.filer, doctor, stroke("last", 1, 1, "x".repeat(65_000))));
        assertEquals(64, board(house.filer, 0).number());
        draw(house.filer, doctor, stroke("e0", 2, 1, "small"));
        draw(house.filer, doctor, stroke("last", 1, 1, "x".repeat(30_000)));
    }

    @Test
    void aBoardIsSavedBesideItsPictureAndComesBack() {
        draw(house.filer, doctor, stroke("a", 1, 1, "red"), stroke("b", 4, 1, "red"));
        Document picture = house.documents.add(request.id(), "доска.png");
        NewSave save = new NewSave(UUID.randomUUID(), picture.id());
        Save saved = house.saves.save(house.filer, request.id(), save);
        assertEquals(saved, house.saves.save(house.filer, request.id(), save));
        assertEquals("Щербаков П. И.", saved.byName());
        assertTrue(house.documents.posted.contains(picture.id()), "nobody deletes it any more");

        draw(house.filer, doctor, stroke("a", 7, 1, "blue"), stroke("c", 1, 1, "blue"));
        long before = board(house.filer, 0).number();
        assertEquals(
                before + 1,
                house.saves.restore(house.filer, request.id(), saved.id()).number());
        List<Element> now = board(house.filer, 0).elements();
        assertEquals("red", colour(now, "a"));
        assertEquals(8, find(now, "a").version());
        assertTrue(find(now, "a").element().contains("\"version\":8"), "inside the drawing too");
        assertEquals("red", colour(now, "b"));
        assertTrue(DrawnElements.isDeleted(find(now, "c")));
        assertEquals(
                List.of(saved),
                house.saves.saves(house.consultant, request.id()).items());
    }

    private static Element find(List<Element> elements, String id) {
        return elements.stream()
                .filter(element -> element.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String colour(List<Element> elements, String id) {
        return find(elements, id).element().contains("\"red\"") ? "red" : "other";
    }

    @Test
    void onlyStaffSavesAndOnlyPicturesOfTheRequest() {
        Document picture = house.documents.add(request.id(), "доска.png");
        Document another = house.documents.add(UUID.randomUUID(), "чужая.png");
        house.refused(
                "conferencing.staff-only",
                () -> house.saves.save(patient, request.id(), new NewSave(UUID.randomUUID(), picture.id())));
        house.refused(
                "conferencing.invalid",
                () -> house.saves.save(house.filer, request.id(), new NewSave(UUID.randomUUID(), another.id())));
        house.refused(
                "conferencing.no-such-save", () -> house.saves.restore(house.filer, request.id(), UUID.randomUUID()));
        house.saves.documents = null;
        house.refused(
                "platform.domain-away",
                () -> house.saves.save(house.filer, request.id(), new NewSave(UUID.randomUUID(), picture.id())));
    }
}
