package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.api.RequestSubmitted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SubmissionsTest {
    private final House house;

    SubmissionsTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S004", "S073", "S172", "S173"})
    void aCompleteDraftBecomesARequestInWork() {
        UUID id = house.draft(house.filer, House.PERSON);
        Request request = house.submit(house.filer, id, house.consultant, House.START);
        assertEquals(id, request.id());
        assertEquals("2026-000001", request.number());
        assertEquals("№ 2026-000001 · Иванова А. П. · Терапия", request.name());
        assertEquals("Иванова Анна Петровна", request.patientName());
        assertNull(request.representativeName());
        assertEquals(RequestState.IN_WORK, request.state());
        assertEquals(House.START, request.visitStart());
        assertEquals(TestVisits.MINUTES, request.visitMinutes());
        assertEquals("anna@example.org", request.email());
        assertEquals("+7 912 345-67-89", request.phone());
        assertEquals("Щербаков П. И.", request.filerName());
        assertEquals("Королёва П. И.", request.consultantName());
        assertEquals("Поликлиника № 1", request.organisationName());
        assertEquals(PersonSnapshot.of(house.person), request.person());
        assertEquals(
                List.of(new RequestSubmitted(id, house.filer.id(), house.consultant.id(), House.START)),
                house.events.appended);
        assertEquals(List.of("requests.submitted"), house.audit.actions());
        assertTrue(house.live.sent.stream()
                .anyMatch(sent -> sent.hint().type().equals("requests.list")
                        && sent.audience().equals(Set.of(house.filer.id(), house.consultant.id()))));
        assertEquals(0, house.rows("requests_draft"));
        assertEquals(1, house.visits.count());
        assertEquals(request, house.window.get(House.as(house.filer), id));
    }

    @Test
    @Proves({"S095", "S099", "S102"})
    void aRepresentedPatientAndHisRepresentativeAreKeptApart() {
        Represented typed = new Represented(
                " Смирнов ", "Миша", "", "2019-02-03", "MALE", "112-233-445 95", "2657 0208 3700 0348", " мать ");
        Request request = house.submit(
                house.filer, house.draftForChild(house.filer, House.PERSON, typed), house.consultant, House.START);
        assertEquals("Смирнов Миша", request.patientName());
        assertEquals("Иванова Анна Петровна", request.representativeName());
        assertEquals("№ 2026-000001 · Смирнов М. (представитель: Иванова А. П.) · Педиатрия", request.name());
        assertEquals(
                new Represented(
                        "Смирнов", "Миша", null, "2019-02-03", "MALE", "11223344595", "2657020837000348", "мать"),
                request.represented());
        assertEquals(House.PERSON, request.person().personId());
        RequestCard card = house.service.card(Caller.system("test"), request.id());
        assertEquals(LocalDate.of(2019, 2, 3), card.patientBirthDate());
        assertEquals("Смирнов Миша", card.patientName());
        assertEquals("Иванова Анна Петровна", card.representativeName());
        assertEquals(List.of("4595", "0348"), card.lastDigits());
    }

    @Test
    @Proves({"S095"})
    void whatIsWrongWithTheRepresentedPatientIsNamedFieldByField() {
        LocalDate tomorrow = house.settings.today().plusDays(1);
        Represented wrong = new Represented(
                "1", " ", "x".repeat(101), tomorrow.toString(), "X", "112-233-445 96", "2657020837000349", null);
        UUID id = house.draftForChild(house.filer, House.PERSON, wrong);
        ConsiliumException refused = assertThrows(
                ConsiliumException.class, () -> house.submit(house.filer, id, house.consultant, House.START));
        assertEquals("requests.incomplete", refused.code());
        assertEquals(
                List.of(
                        new FieldProblem("represented/surname", "format"),
                        new FieldProblem("represented/name", "required"),
                        new FieldProblem("represented/patronymic", "too-long"),
                        new FieldProblem("represented/birthDate", "range"),
                        new FieldProblem("represented/sex", "format"),
                        new FieldProblem("represented/snils", "check-digit"),
                        new FieldProblem("represented/policy", "check-digit"),
                        new FieldProblem("represented/relation", "required")),
                refused.members().get("problems"));
        assertEquals(1, house.rows("requests_draft"));
    }

    @Test
    void anIncompleteDraftIsRefusedAndStays() {
        UUID id = Uuid7.next();
        house.drafts.begin(House.as(house.filer), new NewDraft(id, "general.patient", "97"));
        ConsiliumException refused = assertThrows(
                ConsiliumException.class,
                () -> house.submissions.submit(House.as(house.filer), id, new Submission(null, null)));
        assertEquals(
                List.of(
                        new FieldProblem("personId", "required"),
                        new FieldProblem("email", "required"),
                        new FieldProblem("consultantId", "required"),
                        new FieldProblem("start", "required")),
                refused.members().get("problems"));
        assertEquals(1, house.rows("requests_draft"));
        assertEquals(0, house.rows("requests_request"));
    }

    @Test
    void aConsultantWhoIsNotOfferedIsRefused() {
        UUID id = house.draft(house.filer, House.PERSON);
        assertCode("requests.incomplete", () -> house.submit(house.filer, id, house.stranger, House.START));
        house.submit(house.filer, id, house.filer, House.START);
        assertEquals(1, house.visits.count());
    }

    @Test
    void thePersonIsTakenAsTheRegistryKnowsHimNow() {
        UUID id = house.draft(house.filer, House.PERSON);
        house.registry.person(House.PERSON, "Петрова", "Анна", "Петровна");
        assertEquals(
                "Петрова Анна Петровна",
                house.submit(house.filer, id, house.consultant, House.START).patientName());
        UUID other = house.draft(house.filer, House.PERSON);
        house.registry.remove(House.PERSON);
        assertCode(
                "requests.incomplete",
                () -> house.submit(house.filer, other, house.consultant, House.START.plusSeconds(3600)));
    }

    @Test
    @Proves({"S071"})
    void aTakenSlotKeepsTheDraft() {
        house.request(house.filer, house.consultant, "Первая");
        Instant taken = house.lists
                .page(House.as(house.filer), ListQuery.parse("ALL", false, null, null, null, null, 1))
                .items()
                .get(0)
                .visitStart();
        var before = house.written();
        UUID id = house.draft(house.filer, House.PERSON);
        assertCode("scheduling.slot-taken", () -> house.submit(house.filer, id, house.consultant, taken));
        assertEquals(before, house.written());
        assertEquals(
                "Возьмите выписку", house.drafts.get(House.as(house.filer), id).comment());
        house.submit(house.filer, id, house.consultant, taken.plusSeconds(3600));
    }

    @Test
    void thePatientIsNotBookedTwiceAtOnce() {
        house.submit(house.filer, house.draft(house.filer, House.PERSON), house.consultant, House.START);
        UUID again = house.draft(house.filer, House.PERSON);
        assertCode("scheduling.patient-busy", () -> house.submit(house.filer, again, house.filer, House.START));
        // A child has no id of the registry: names, whatever their case, and birth date tell him from others.
        house.submit(
                house.filer,
                house.draftForChild(house.filer, House.PERSON, House.child("Королёв")),
                house.consultant,
                House.START.plusSeconds(3600));
        UUID sameChild = house.draftForChild(house.filer, House.PERSON, House.child("КОРОЛЕВ"));
        assertCode(
                "scheduling.patient-busy",
                () -> house.submit(house.filer, sameChild, house.filer, House.START.plusSeconds(3600)));
    }

    @Test
    void anEventThatCannotBeAppendedRollsEverythingBack() {
        UUID id = house.draft(house.filer, House.PERSON);
        house.sink = event -> {
            throw new IllegalStateException("no room for events");
        };
        assertThrows(IllegalStateException.class, () -> house.submit(house.filer, id, house.consultant, House.START));
        assertEquals(0, house.rows("requests_request"));
        assertEquals(0, house.rows("requests_word"));
        assertEquals(0, house.visits.count());
        assertEquals(1, house.rows("requests_draft"));
        house.sink = house.events;
        house.submit(house.filer, id, house.consultant, House.START);
        assertEquals(1, house.visits.count());
    }

    @Test
    void withoutANeighbourNothingIsLost() {
        UUID id = house.draft(house.filer, House.PERSON);
        house.neighbours.visits = null;
        assertCode("platform.domain-away", () -> house.submit(house.filer, id, house.consultant, House.START));
        house.neighbours.visits = house.visits;
        house.neighbours.registry = null;
        assertCode("platform.domain-away", () -> house.submit(house.filer, id, house.consultant, House.START));
        house.neighbours.registry = house.registry;
        house.neighbours.staff = null;
        assertCode("platform.domain-away", () -> house.submit(house.filer, id, house.consultant, House.START));
        house.neighbours.staff = house.directory;
        assertEquals(1, house.rows("requests_draft"));
        house.submit(house.filer, id, house.consultant, House.START);
    }

    @Test
    void aSecondSubmissionAnswersTheSameRequest() {
        UUID id = house.draft(house.filer, House.PERSON);
        Request first = house.submit(house.filer, id, house.consultant, House.START);
        assertEquals(first, house.submit(house.filer, id, house.consultant, House.START));
        assertEquals(1, house.events.appended.size());
        assertCode(
                "requests.already-submitted",
                () -> house.submit(house.filer, id, house.consultant, House.START.plusSeconds(1200)));
        assertCode("requests.draft-not-found", () -> house.submit(house.colleague, id, house.consultant, House.START));
        assertCode(
                "requests.id-taken",
                () -> house.drafts.begin(House.as(house.filer), new NewDraft(id, "general.patient", "97")));
    }

    @Test
    void twoTabsAtTheSameMomentMakeOneRequest() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID id = house.draft(house.filer, House.PERSON);
            Instant start = House.START.plus(Duration.ofHours(round));
            List<Object> answers = together(4, i -> house.submit(house.filer, id, house.consultant, start));
            assertEquals(1, new HashSet<>(answers).size(), () -> "one answer for all: " + answers);
            assertEquals(round + 1, house.rows("requests_request"));
            assertEquals(round + 1, house.visits.count());
            assertEquals(round + 1, house.events.appended.size());
        }
    }

    @Test
    @Proves({"S071"})
    void ofFiftyRivalsForOneSlotExactlyOneWins() throws Exception {
        List<UUID> drafts = new ArrayList<>();
        List<org.consilium.identity.api.StaffMember> filers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            house.registry.person("rival" + i, "Соперник", "Анна", null);
            filers.add(house.directory.doctor("Врач", TestStaff.CLINIC, "97"));
            drafts.add(house.draft(filers.get(i), "rival" + i));
        }
        List<Object> answers =
                together(50, i -> house.submit(filers.get(i), drafts.get(i), house.consultant, House.START));
        assertEquals(1, answers.stream().filter(Request.class::isInstance).count());
        assertEquals(
                49, answers.stream().filter("scheduling.slot-taken"::equals).count(), answers::toString);
        assertEquals(1, house.visits.count());
        assertEquals(1, house.rows("requests_request"));
        assertEquals(49, house.rows("requests_draft"));
    }

    @Test
    void numbersAreUniqueAscendingAndBeginAnewEachYear() throws Exception {
        RequestNumbers node1 = new RequestNumbers(house.counters);
        RequestNumbers node2 = new RequestNumbers(house.counters);
        List<Object> numbers = together(60, i -> (i % 2 == 0 ? node1 : node2).next(2026));
        assertEquals(60, new HashSet<>(numbers).size());
        assertTrue(numbers.contains("2026-000001"));
        assertEquals("2027-000001", node1.next(2027));
        assertEquals("2027-000021", node2.next(2027));
        assertEquals("2027-000002", node1.next(2027));
    }

    @Test
    void theYearBeginsInTheRegionsZone() {
        house.clock.set(Instant.parse("2026-12-31T21:30:00Z"));
        UUID id = house.draft(house.filer, House.PERSON);
        assertEquals(
                "2027-000001",
                house.submit(house.filer, id, house.consultant, House.START.plus(Duration.ofDays(300)))
                        .number());
    }

    @Test
    void onlyTheFilerWithHisRoleSubmits() {
        UUID id = house.draft(house.filer, House.PERSON);
        Submission submission = new Submission(house.consultant.id(), House.START);
        assertCode(
                "requests.draft-not-found", () -> house.submissions.submit(House.as(house.consultant), id, submission));
        assertCode(
                "requests.doctors-only",
                () -> house.submissions.submit(
                        Caller.staff(house.filer.id(), TestStaff.CLINIC, Set.of(), "Щ"), id, submission));
        assertCode(
                "requests.doctors-only",
                () -> house.submissions.submit(Caller.patient(Uuid7.next(), id), id, submission));
        assertEquals(0, house.rows("requests_request"));
    }

    /** Runs all at the same moment; an answer is what came back, or the code of the refusal. */
    private static List<Object> together(int count, java.util.function.IntFunction<Object> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier barrier = new CyclicBarrier(count);
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<Object> task = () -> {
                    barrier.await();
                    return work.apply(number);
                };
                running.add(threads.submit(task));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) {
                try {
                    answers.add(one.get());
                } catch (ExecutionException e) {
                    answers.add(e.getCause() instanceof ConsiliumException refused ? refused.code() : e.getCause());
                }
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
