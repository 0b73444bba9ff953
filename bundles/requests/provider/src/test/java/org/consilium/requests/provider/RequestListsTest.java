package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RequestListsTest {
    private final House house;

    RequestListsTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S073", "S076", "S099", "S173"})
    void eachBoxHoldsItsOwn() {
        Request filed = house.request(house.filer, house.consultant, "Первая");
        Request own = house.request(house.consultant, house.consultant, "Вторая");
        Request received = house.request(house.colleague, house.filer, "Третья");
        assertEquals(List.of(own.id(), filed.id()), ids(house.consultant, "INCOMING"));
        assertEquals(List.of(own.id()), ids(house.consultant, "OUTGOING"));
        assertEquals(List.of(own.id(), filed.id()), ids(house.consultant, "ALL"));
        assertEquals(List.of(received.id()), ids(house.filer, "INCOMING"));
        assertEquals(List.of(filed.id()), ids(house.filer, "OUTGOING"));
        assertEquals(List.of(received.id(), filed.id()), ids(house.filer, "ALL"));
        assertEquals(List.of(), ids(house.stranger, "ALL"));
        assertEquals(new Counters(2, 1, 2), house.lists.counters(House.as(house.consultant)));
        assertEquals(new Counters(1, 1, 2), house.lists.counters(House.as(house.filer)));
        assertEquals(new Counters(0, 0, 0), house.lists.counters(House.as(house.stranger)));
    }

    @Test
    @Proves({"S079", "S082"})
    void closedOnesAreShownWithTheOpenLockOnly() {
        Request executed = house.request(house.filer, house.consultant, "Первая");
        Request cancelled = house.request(house.filer, house.consultant, "Вторая");
        Request open = house.request(house.filer, house.consultant, "Третья");
        finish(executed);
        house.closings.cancel(House.as(house.filer), cancelled.id(), new Cancellation("Передумали", 1));
        assertEquals(List.of(open.id()), ids(house.consultant, "INCOMING"));
        assertEquals(List.of(open.id(), executed.id()), ids(house.consultant, "INCOMING", true, null));
        assertEquals(List.of(open.id(), cancelled.id(), executed.id()), ids(house.consultant, "ALL", true, null));
        assertEquals(List.of(open.id(), cancelled.id(), executed.id()), ids(house.filer, "OUTGOING", true, null));
        assertEquals(List.of(), ids(house.filer, "INCOMING", true, null));
        assertEquals(List.of(executed.id()), ids(house.consultant, "ALL", true, "перв"));
        assertEquals(new Counters(1, 0, 1), house.lists.counters(House.as(house.consultant)));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Иванова",
                "иван",
                "ИВАНОВА АННА",
                "петровна иванова",
                "Bdfyjdf",
                "bdfy fyyf",
                "2026-000001",
                "2026 000001",
                "2026000001",
                "000001",
                "1",
                "№ 2026-000001",
                "Щербаков",
                "Королева",
                "королёва",
                "Терапия",
                "консультация",
                "пациента иванова",
                "Rjycekmnfwbz",
            },
            delimiter = ';')
    @Proves({"S077", "S078", "S100"})
    void aRequestIsFoundByAnyOfItsWords(String typed) {
        Request request = house.request(house.filer, house.consultant, "Иванова");
        assertEquals(List.of(request.id()), ids(house.filer, "ALL", false, typed), typed);
        assertEquals(List.of(request.id()), ids(house.consultant, "INCOMING", false, typed), typed);
    }

    @ParameterizedTest
    @CsvSource({"ванова", "Иванова Мария", "Петрович", "2026-000002", "2", "%", "Ghbdtn"})
    void whatDoesNotMatchIsNotFound(String typed) {
        house.request(house.filer, house.consultant, "Иванова");
        List<?> expected = typed.equals("%") ? ids(house.filer, "ALL") : List.of();
        assertEquals(expected, ids(house.filer, "ALL", false, typed), typed);
    }

    @Test
    @Proves({"S077", "S078", "S100", "S102"})
    void bothTheRepresentativeAndThePatientAreFound() {
        Request request = house.submit(
                house.filer,
                house.draftForChild(house.filer, House.PERSON, House.child("Ёлкин")),
                house.consultant,
                House.START);
        for (String typed : List.of("Ёлкин", "елкин", "Иванова", "Миша Анна", "законного", "tkrby")) {
            assertEquals(List.of(request.id()), ids(house.consultant, "INCOMING", false, typed), typed);
        }
        assertEquals("Ёлкин Миша", row(house.consultant).patientName());
        assertEquals("Иванова Анна Петровна", row(house.consultant).representativeName());
    }

    @Test
    void aSearchSeesOnlyTheCallersOwn() {
        house.request(house.filer, house.consultant, "Иванова");
        Request own = house.request(house.colleague, house.colleague, "Иванова");
        assertEquals(List.of(own.id()), ids(house.colleague, "ALL", true, "Иванова"));
        assertEquals(List.of(), ids(house.stranger, "ALL", true, "Иванова"));
        assertEquals(List.of(), ids(house.stranger, "ALL", true, "консультация"));
    }

    /** Which of the two ways the database takes depends on how much there is. */
    @ParameterizedTest
    @ValueSource(strings = {"Иванова", "Петрова", "анна иванова", "Bdfyjdf", "никого", "консультация", "2026-000002"})
    void bothWaysToSearchFindTheSame(String typed) {
        for (String surname : List.of("Иванова", "Петрова", "Иванова")) {
            finish(house.request(house.filer, house.consultant, surname));
            house.request(house.filer, house.consultant, surname);
        }
        ListQuery query = ListQuery.parse("OUTGOING", true, typed, null, null, null, 50);
        Map<String, Set<String>> routes = house.routes.keysByPrefix(
                query.terms().stream().flatMap(SearchTerm::prefixes).toList());
        for (ListPart part : List.of(ListPart.ACTIVE, ListPart.CLOSED)) {
            List<List<String>> found = Stream.of(true, false)
                    .map(few -> house
                            .requests
                            .page(
                                    Box.Lane.FILED,
                                    part,
                                    house.filer.id(),
                                    query,
                                    new Search(query.terms(), routes, few),
                                    null,
                                    50)
                            .stream()
                            .map(row -> row.id)
                            .toList())
                    .toList();
            assertEquals(found.get(0), found.get(1), part + " " + typed);
        }
    }

    @Test
    void fewWordsAreToldFromMany() {
        for (int i = 0; i < 3; i++) {
            house.request(house.filer, house.consultant, "Иванова");
        }
        assertTrue(house.requests.hasFewWords(house.filer.id(), "иван", 3));
        assertFalse(house.requests.hasFewWords(house.filer.id(), "иван", 2));
        assertTrue(house.requests.hasFewWords(house.stranger.id(), "иван", 0));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<Request> made = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            StaffMember filer = i % 3 == 0 ? house.consultant : house.filer;
            made.add(house.request(filer, i % 2 == 0 ? house.consultant : house.filer, "Иванова"));
        }
        for (int i : new int[] {0, 2, 4, 6}) {
            finish(made.get(i));
        }
        for (String typed : new String[] {null, "иванова"}) {
            List<Object> whole = new ArrayList<>(ids(house.filer, "ALL", true, typed));
            List<Object> paged = new ArrayList<>();
            String cursor = null;
            do {
                Page<RequestRow> page = house.lists.page(
                        House.as(house.filer), ListQuery.parse("ALL", true, typed, null, null, cursor, 2));
                page.items().forEach(row -> paged.add(row.id()));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(whole, paged);
            assertEquals(whole.size(), Set.copyOf(whole).size());
        }
    }

    @Test
    void rowsWrittenMeanwhileDoNotShiftPages() {
        for (int i = 0; i < 4; i++) {
            house.request(house.filer, house.consultant, "Иванова");
        }
        List<?> before = ids(house.filer, "ALL");
        Page<RequestRow> first =
                house.lists.page(House.as(house.filer), ListQuery.parse("ALL", false, null, null, null, null, 2));
        house.request(house.filer, house.consultant, "Новая");
        Page<RequestRow> second = house.lists.page(
                House.as(house.filer), ListQuery.parse("ALL", false, null, null, null, first.next(), 2));
        assertEquals(
                before.subList(2, 4),
                second.items().stream().map(RequestRow::id).toList());
        assertNull(second.next());
    }

    @Test
    @Proves({"S172"})
    void stateAndProfileAreFilters() {
        Request open = house.request(house.filer, house.consultant, "Первая");
        Request executed = house.request(house.filer, house.consultant, "Вторая");
        finish(executed);
        Request child = house.submit(
                house.filer,
                house.draftForChild(house.filer, House.PERSON, House.child("Ёлкин")),
                house.consultant,
                House.START);
        assertEquals(List.of(executed.id()), filtered("EXECUTED", null));
        assertEquals(List.of(child.id(), open.id()), filtered("IN_WORK", null));
        assertEquals(List.of(), filtered("CANCELLED", null));
        assertEquals(List.of(child.id()), filtered(null, TestRoutes.PAEDIATRICS.code()));
        assertEquals(
                RequestState.EXECUTED,
                house.window.get(House.as(house.filer), executed.id()).state());
    }

    @Test
    void badInputIsRefused() {
        for (String cursor : List.of("x", "!!!", "YSBiIGM", "YSAxIHg", "   ")) {
            assertCode("platform.bad-cursor", () -> ListQuery.parse("ALL", false, null, null, null, cursor, 50));
        }
        assertCode("requests.bad-filter", () -> ListQuery.parse("NONE", false, null, null, null, null, 50));
        assertCode("requests.bad-filter", () -> ListQuery.parse("ALL", false, null, "OPEN", null, null, 50));
        assertCode("requests.bad-filter", () -> ListQuery.parse("ALL", false, null, null, "\u0000", null, 50));
        house.request(house.filer, house.consultant, "Иванова");
        for (String typed :
                List.of("\u0000", "' or 1=1 --", "a".repeat(10_000), "а ".repeat(5_000), "1-2-3-4-5-6-7-8-9")) {
            house.lists.page(House.as(house.filer), ListQuery.parse("ALL", true, typed, null, null, null, -1));
        }
    }

    @Test
    void withoutTheRoleNothingIsListed() {
        for (Caller caller : List.of(
                Caller.staff(house.filer.id(), TestStaff.CLINIC, Set.of(Caller.SCHEDULER), "Щ"),
                Caller.patient(Uuid7.next(), Uuid7.next()))) {
            assertCode(
                    "requests.doctors-only",
                    () -> house.lists.page(caller, ListQuery.parse("ALL", false, null, null, null, null, 50)));
            assertCode("requests.doctors-only", () -> house.lists.counters(caller));
            assertCode("requests.doctors-only", () -> house.lists.today(caller));
        }
    }

    @Test
    void todayHoldsTheVisitsOfTheDayAndWhatIsOverdue() {
        // 11:45 in Moscow
        Request today = visit("p-1", house.consultant, Duration.ofHours(2));
        Request lateToday = visit("p-2", house.consultant, Duration.ofHours(12));
        Request tomorrow = visit("p-3", house.consultant, Duration.ofHours(13));
        visit("p-4", house.colleague, Duration.ofHours(2));
        assertEquals(
                List.of(today.id(), lateToday.id()),
                house.lists.today(House.as(house.consultant)).stream()
                        .map(RequestRow::id)
                        .toList());
        house.clock.advance(Duration.ofDays(2));
        assertEquals(
                List.of(today.id(), lateToday.id(), tomorrow.id()),
                house.lists.today(House.as(house.consultant)).stream()
                        .map(RequestRow::id)
                        .toList());
        finish(today);
        assertEquals(2, house.lists.today(House.as(house.consultant)).size());
        assertEquals(List.of(), house.lists.today(House.as(house.filer)));
    }

    private Request visit(String personId, StaffMember consultant, Duration in) {
        house.registry.person(personId, "Иванова", "Анна", null);
        return house.submit(house.filer, house.draft(house.filer, personId), consultant, House.NOW.plus(in));
    }

    private void finish(Request request) {
        StaffMember consultant = house.directory.find(request.consultantId()).orElseThrow();
        house.closings.completeWithoutConclusion(
                House.as(consultant), request.id(), new Completion("no-contact", null, request.version()));
    }

    private RequestRow row(StaffMember of) {
        return house.lists
                .page(House.as(of), ListQuery.parse("ALL", true, null, null, null, null, 50))
                .items()
                .get(0);
    }

    private List<?> filtered(String state, String profile) {
        return house
                .lists
                .page(House.as(house.filer), ListQuery.parse("ALL", true, null, state, profile, null, 50))
                .items()
                .stream()
                .map(RequestRow::id)
                .toList();
    }

    private List<?> ids(StaffMember of, String box) {
        return ids(of, box, false, null);
    }

    private List<?> ids(StaffMember of, String box, boolean closed, String typed) {
        return house
                .lists
                .page(House.as(of), ListQuery.parse(box, closed, typed, null, null, null, 50))
                .items()
                .stream()
                .map(RequestRow::id)
                .toList();
    }

    @Test
    void aListIsSortedByItsTermAndPagedInThatOrder() {
        List<UUID> byTerm = new ArrayList<>();
        for (int hours : List.of(30, 10, 20)) {
            Request request = house.request(house.filer, house.consultant, "Срокова");
            house.handOvers.move(
                    House.as(house.filer),
                    request.id(),
                    new Move(House.NOW.plus(Duration.ofHours(100 + hours)), "Срок", 1));
            byTerm.add(request.id());
        }
        List<UUID> wanted = List.of(byTerm.get(1), byTerm.get(2), byTerm.get(0));
        List<UUID> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<RequestRow> page = house.lists.page(
                    House.as(house.filer),
                    ListQuery.parse(
                            "OUTGOING",
                            true,
                            "срокова",
                            new ListFilters(null, null, null, null, null, "DUE"),
                            cursor,
                            2));
            page.items().forEach(row -> found.add(row.id()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(wanted, found);
    }

    @Test
    void filtersNarrowAList() {
        Request first = house.request(house.filer, house.consultant, "Фильтрова");
        Request second = house.request(house.filer, house.colleague, "Фильтрова");
        String between = first.submittedAt().plusSeconds(1).toString();
        assertEquals(List.of(second.id()), filtered(house.colleague.id().toString(), null, null));
        assertEquals(List.of(second.id()), filtered(null, between, null));
        assertEquals(List.of(first.id()), filtered(null, null, between));
        assertEquals(List.of(second.id(), first.id()), filtered(null, null, null));
        for (ListFilters bad : List.of(
                new ListFilters(null, null, "nobody", null, null, null),
                new ListFilters(null, null, null, "today", null, null),
                new ListFilters(null, null, null, null, null, "BEST"))) {
            DraftServiceTest.assertCode(
                    "requests.bad-filter", () -> ListQuery.parse("ALL", false, null, bad, null, 50));
        }
    }

    private List<UUID> filtered(String consultant, String from, String to) {
        ListFilters filters = new ListFilters(null, "97", consultant, from, to, null);
        return house
                .lists
                .page(House.as(house.filer), ListQuery.parse("OUTGOING", false, "фильтрова", filters, null, 50))
                .items()
                .stream()
                .map(RequestRow::id)
                .toList();
    }
}
