package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.api.Identification;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestHandedOver;
import org.consilium.requests.api.RequestMoved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class HandOversTest {
    private final House house;
    private final Request request;
    private final UUID id;
    private final Caller consultant;
    private final Caller filer;
    private final Caller colleague;

    HandOversTest(Engine engine) {
        house = new House(engine);
        request = house.request(house.filer, house.consultant, "Иванова");
        id = request.id();
        consultant = House.as(house.consultant);
        filer = House.as(house.filer);
        colleague = House.as(house.colleague);
        house.events.appended.clear();
        house.live.sent.clear();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aColleagueTakesOverWithTheTimeAndEverybodyIsTold() {
        house.window.identify(consultant, id, new NewIdentification(Identification.Method.DOCUMENT));
        house.live.sent.clear();
        Request handed = house.handOvers.handOver(
                consultant, id, new HandOver(house.colleague.id(), request.visitStart(), "Ухожу в отпуск", 2));
        assertEquals(house.colleague.id(), handed.consultantId());
        assertEquals(house.colleague.id(), handed.processorId());
        assertNull(handed.identification());
        assertEquals(
                List.of(new RequestHandedOver(
                        id, house.consultant.id(), house.colleague.id(), request.visitStart(), request.visitStart())),
                house.events.appended);
        assertEquals(1, house.visits.count());
        assertEquals(List.of(id), incoming(colleague, "иванова"));
        assertEquals(List.of(id), incoming(colleague, "зимин"));
        assertEquals(List.of(), incoming(consultant, null));
        assertEquals(List.of(), incoming(consultant, "иванова"));
        assertEquals(1, house.lists.page(filer, search("зимин")).items().size());
        assertEquals(0, house.lists.page(filer, search("королёва")).items().size());
        assertCode("requests.not-found", () -> house.window.get(consultant, id));
        assertTrue(house.live.sent.stream()
                .anyMatch(sent -> sent.hint().type().equals("requests.handed-over")
                        && sent.audience().contains(house.colleague.id())));
        HistoryEntry last = house.window.history(filer, id).get(2);
        assertEquals("requests.handed-over", last.action());
        assertEquals("Ухожу в отпуск", last.text());
    }

    @Test
    void theFilerMayHandOverAndWithoutTheSameTimeAnotherOneIsChosen() {
        house.visits.offersTheSameTime = false;
        assertFalse(of(house.colleague.id()).sameTimeFree());
        Request other = house.request(house.filer, house.colleague, "Петрова");
        assertCode(
                "scheduling.slot-taken",
                () -> house.handOvers.handOver(
                        filer, id, new HandOver(house.colleague.id(), other.visitStart(), "Заболела", 1)));
        assertEquals(request, house.window.get(filer, id));
        Instant start = request.visitStart().plus(Duration.ofDays(1));
        Request handed = house.handOvers.handOver(filer, id, new HandOver(house.colleague.id(), start, "Заболела", 1));
        assertEquals(start, handed.visitStart());
        assertEquals(start.plus(Duration.ofMinutes(TestVisits.MINUTES)), handed.dueAt());
    }

    @Test
    void onlyAColleagueWhomTheRouteOffersWithAReason() {
        Instant start = request.visitStart();
        assertCode("requests.incomplete", () -> hand(null, start, "Заболела", 1));
        assertCode("requests.incomplete", () -> hand(house.consultant.id(), start, "Заболела", 1));
        assertCode("requests.incomplete", () -> hand(house.stranger.id(), start, "Заболела", 1));
        assertCode("requests.incomplete", () -> hand(house.colleague.id(), null, "Заболела", 1));
        assertCode("requests.incomplete", () -> hand(house.colleague.id(), start, " ", 1));
        assertCode("requests.changed-meanwhile", () -> hand(house.colleague.id(), start, "Заболела", 4));
        assertCode("requests.incomplete", () -> house.handOvers.handOver(consultant, id, null));
        assertCode(
                "requests.not-found",
                () -> house.handOvers.handOver(
                        colleague, id, new HandOver(house.colleague.id(), start, "Хочу себе", 1)));
        assertCode("requests.not-found", () -> house.handOvers.colleagues(colleague, id));
        assertEquals(request, house.window.get(filer, id));
        house.closing.awaitSignature(consultant, id);
        assertCode("requests.awaiting-signature", () -> hand(house.colleague.id(), start, "Заболела", 2));
        house.closing.execute(consultant, id, Outcome.WITHOUT_CONCLUSION, "no-contact");
        assertCode("requests.closed", () -> hand(house.colleague.id(), start, "Заболела", 3));
    }

    @Test
    void theVisitIsMovedWithAReason() {
        Instant start = request.visitStart().plus(Duration.ofDays(2));
        assertCode("requests.incomplete", () -> house.handOvers.move(filer, id, new Move(start, null, 1)));
        assertCode("requests.incomplete", () -> house.handOvers.move(filer, id, new Move(null, "Просит", 1)));
        assertCode(
                "requests.incomplete",
                () -> house.handOvers.move(filer, id, new Move(request.visitStart(), "Просит", 1)));
        Request moved = house.handOvers.move(filer, id, new Move(start, "Просит позже", 1));
        assertEquals(start, moved.visitStart());
        assertEquals(List.of(new RequestMoved(id, request.visitStart(), start)), house.events.appended);
        assertEquals(1, house.visits.count());
        assertEquals("Просит позже", house.window.history(filer, id).get(1).text());
        house.neighbours.visits = null;
        assertCode(
                "platform.domain-away",
                () -> house.handOvers.move(filer, id, new Move(request.visitStart(), "Обратно", 2)));
    }

    @Test
    void aFurtherRequestKnowsWhatWasKnown() {
        UUID draftId = Uuid7.next();
        assertCode("requests.illegal-step", () -> house.followUps.begin(consultant, id, new FollowUp(draftId)));
        house.closing.execute(consultant, id, Outcome.WITHOUT_CONCLUSION, "no-contact");
        Draft draft = house.followUps.begin(consultant, id, new FollowUp(draftId));
        assertEquals(request.person(), draft.person());
        assertEquals("anna@example.org", draft.email());
        assertEquals("+7 912 345-67-89", draft.phone());
        assertEquals(house.consultant.id(), draft.consultantId());
        assertEquals("97", draft.profile().code());
        assertEquals(draft, house.followUps.begin(consultant, id, new FollowUp(draftId)));
        assertCode("requests.not-found", () -> house.followUps.begin(colleague, id, new FollowUp(Uuid7.next())));
        assertCode("requests.incomplete", () -> house.followUps.begin(filer, id, null));
    }

    private Request hand(UUID to, Instant start, String text, long version) {
        return house.handOvers.handOver(consultant, id, new HandOver(to, start, text, version));
    }

    private Colleague of(UUID doctor) {
        return house.handOvers.colleagues(consultant, id).stream()
                .filter(one -> one.id().equals(doctor))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> incoming(Caller caller, String q) {
        return house.lists.page(caller, ListQuery.parse("INCOMING", false, q, null, null, null, 50)).items().stream()
                .map(RequestRow::id)
                .toList();
    }

    private static ListQuery search(String q) {
        return ListQuery.parse("ALL", false, q, null, null, null, 50);
    }
}
