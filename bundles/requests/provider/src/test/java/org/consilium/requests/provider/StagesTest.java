package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.Identification;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestAccepted;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestRedirected;
import org.consilium.requests.api.RequestResubmitted;
import org.consilium.requests.api.RequestReturned;
import org.consilium.requests.api.RequestSubmitted;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class StagesTest {
    private static final Map<String, Map<String, Object>> MENDED =
            Map.of("question", Map.of("question", "Какую дозу при СКФ 40?"));

    private final House house;
    private final Request request;
    private final UUID id;
    private final Caller filer;
    private final Caller coordinator;
    private final Caller consultant;

    StagesTest(Engine engine) {
        house = new House(engine);
        request = house.question(house.filer, house.coordinator);
        id = request.id();
        filer = House.as(house.filer);
        coordinator = House.as(house.coordinator);
        consultant = House.as(house.consultant);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aQuestionWaitsForItsCoordinatorAndHasNoPatientAndNoVisit() {
        assertEquals(List.of(new RequestSubmitted(id, house.filer.id(), null, null)), house.events.appended);
        assertEquals("coordination", request.stage());
        assertEquals("Координация", request.stageTitle().ru());
        assertEquals(house.coordinator.id(), request.processorId());
        assertEquals(house.coordinator.id(), request.coordinatorId());
        assertNull(request.consultantId());
        assertNull(request.patientName());
        assertNull(request.visitStart());
        assertEquals(request.submittedAt().plus(Duration.ofDays(1)), request.dueAt());
        assertEquals("№ " + request.number() + " · Терапия", request.name());
        assertEquals(0, house.visits.count());
        RequestCard card = house.service.card(coordinator, id);
        assertFalse(card.hasPatient());
        assertEquals(java.util.Set.of(house.filer.id()), card.staff());
        assertEquals(request, house.submissions.submit(filer, id, new Submission(house.coordinator.id(), null)));
    }

    @Test
    void theFilerChoosesACoordinatorWhoNamesADoctorOfTheProfile() {
        UUID draft = Uuid7.next();
        house.drafts.begin(filer, new NewDraft(draft, TestRoutes.DOCTORS.id(), "97"));
        assertEquals(
                List.of(house.coordinator.id()),
                house.drafts.consultants(filer, draft).stream()
                        .map(Consultant::id)
                        .toList());
        assertEquals(
                List.of(house.consultant.id(), house.colleague.id(), house.stranger.id()),
                house.stages.consultants(coordinator, id).stream()
                        .map(Consultant::id)
                        .toList());
        for (StaffMember wrong : List.of(house.filer, house.coordinator)) {
            assertCode("requests.incomplete", () -> house.stages.accept(coordinator, id, accepting(wrong.id(), 1)));
        }
        assertCode("requests.incomplete", () -> house.stages.accept(coordinator, id, accepting(null, 1)));
        assertCode("requests.incomplete", () -> house.stages.accept(coordinator, id, null));
        assertCode(
                "requests.changed-meanwhile",
                () -> house.stages.accept(coordinator, id, accepting(house.consultant.id(), 7)));
        assertCode("requests.not-processor", () -> house.stages.consultants(filer, id));
        assertEquals(request, house.window.get(filer, id));
    }

    @Test
    @Proves({"S027", "S173"})
    void incomingIsWhatHasToBeProcessedAtThePresentStage() {
        assertTurn(house.coordinator);
        assertEquals(List.of(id), found(filer, Box.OUTGOING, null));
        house.stages.giveBack(coordinator, id, new GivingBack("Уточните СКФ", 1));
        assertTurn(house.filer);
        house.stages.resubmit(filer, id, new Resubmission(MENDED, null, "Уточнил", 2));
        assertTurn(house.coordinator);
        house.stages.accept(coordinator, id, accepting(house.consultant.id(), 3));
        assertTurn(house.consultant);
        assertEquals(List.of(id), found(coordinator, Box.ALL, null));
        assertEquals(List.of(id), found(coordinator, Box.ALL, "щербаков"));
        assertEquals(List.of(id), found(consultant, Box.INCOMING, "громов"));
        assertEquals(List.of(id), found(filer, Box.ALL, "королёва"));
        house.closings.completeWithoutConclusion(consultant, id, new Completion("no-contact", null, 4));
        assertTurn(null);
        ListQuery closed = ListQuery.parse("ALL", true, null, null, null, null, 50);
        assertEquals(1, house.lists.page(coordinator, closed).items().size());
    }

    @Test
    @Proves({"S172"})
    void everyTransitionIsAnEventAnAuditRowAndALineOfTheHistory() {
        house.events.appended.clear();
        Request returned = house.stages.giveBack(coordinator, id, new GivingBack("Уточните СКФ", 1));
        assertEquals("Уточните СКФ", returned.returnReason());
        assertEquals("coordination", returned.stage());
        assertTrue(house.window.get(filer, id).rights().resubmit());
        Request mended = house.stages.resubmit(filer, id, new Resubmission(MENDED, "Срочно", "Уточнил", 2));
        assertNull(mended.returnReason());
        assertEquals("Срочно", mended.comment());
        assertEquals(MENDED.get("question"), mended.forms().get(0).answers());
        Request accepted = house.stages.accept(coordinator, id, new Acceptance(house.consultant.id(), "По профилю", 3));
        assertEquals("answer", accepted.stage());
        assertEquals(house.consultant.id(), accepted.consultantId());
        assertEquals("Королёва П. И.", accepted.consultantName());
        assertEquals(
                List.of(
                        new RequestReturned(id, "coordination"),
                        new RequestResubmitted(id, "coordination"),
                        new RequestAccepted(id, "answer", house.consultant.id())),
                house.events.appended);
        List<HistoryEntry> history = house.window.history(coordinator, id);
        assertEquals(
                List.of("requests.submitted", "requests.returned", "requests.resubmitted", "requests.accepted"),
                history.stream().map(HistoryEntry::action).toList());
        assertEquals("Уточните СКФ", history.get(1).text());
        assertEquals("Уточнил", history.get(2).text());
        assertEquals("По профилю", history.get(3).text());
        assertEquals("answer", history.get(3).details().get("stage"));
        List<TransitionEntity> rows = house.transitions.of(id);
        assertEquals("coordination", rows.get(3).stageBefore);
        assertEquals("answer", rows.get(3).stageAfter);
        assertTrue(house.live.sent.stream()
                .anyMatch(sent -> sent.hint().type().equals("requests.handed-over")
                        && sent.audience().contains(house.consultant.id())));
    }

    @Test
    void whatIsMendedIsCheckedAsItWasWhenTheRequestWasFiled() {
        house.stages.giveBack(coordinator, id, new GivingBack("Уточните", 1));
        Map<String, Map<String, Object>> tooShort = Map.of("question", Map.of("question", "?"));
        assertCode(
                "requests.incomplete",
                () -> house.stages.resubmit(filer, id, new Resubmission(tooShort, null, null, 2)));
        assertCode(
                "requests.incomplete", () -> house.stages.resubmit(filer, id, new Resubmission(null, null, null, 2)));
        assertCode("requests.incomplete", () -> house.stages.resubmit(filer, id, null));
        assertCode(
                "requests.changed-meanwhile",
                () -> house.stages.resubmit(filer, id, new Resubmission(MENDED, null, null, 1)));
        assertEquals("Уточните", house.window.get(filer, id).returnReason());
    }

    @Test
    void whatIsNotPossibleAtTheStageIsRefusedWithItsReason() {
        assertCode("requests.not-processor", () -> house.stages.giveBack(filer, id, new GivingBack("Сам себе", 1)));
        assertCode("requests.not-processor", () -> house.stages.accept(filer, id, accepting(house.consultant.id(), 1)));
        assertCode(
                "requests.other-stage",
                () -> house.stages.resubmit(filer, id, new Resubmission(MENDED, null, null, 1)));
        assertCode("requests.incomplete", () -> house.stages.giveBack(coordinator, id, new GivingBack(" ", 1)));
        assertCode("requests.not-found", () -> house.stages.giveBack(consultant, id, new GivingBack("Чужая", 1)));
        assertCode("requests.not-found", () -> house.window.get(consultant, id));
        assertCode("requests.not-found", () -> house.closing.toFinish(coordinator, id));
        assertCode("requests.not-found", () -> house.closings.cancel(coordinator, id, new Cancellation("Нет", 1)));
        assertCode("requests.no-visit", () -> house.handOvers.move(filer, id, new Move(House.START, "Позже", 1)));
        house.stages.giveBack(coordinator, id, new GivingBack("Уточните", 1));
        assertCode(
                "requests.not-processor",
                () -> house.stages.accept(coordinator, id, accepting(house.consultant.id(), 2)));
        assertCode("requests.other-stage", () -> house.stages.accept(filer, id, accepting(house.consultant.id(), 2)));
        house.stages.resubmit(filer, id, new Resubmission(MENDED, null, null, 2));
        house.stages.accept(coordinator, id, accepting(house.consultant.id(), 3));
        assertCode(
                "requests.other-stage", () -> house.stages.accept(consultant, id, accepting(house.colleague.id(), 4)));
        assertCode(
                "requests.no-patient",
                () -> house.window.identify(consultant, id, new NewIdentification(Identification.Method.ESIA)));
        assertCode("requests.not-found", () -> house.service.card(coordinator, id));
        house.stages.giveBack(consultant, id, new GivingBack("Нет анализов", 4));
        assertCode("requests.other-stage", () -> house.closing.toFinish(consultant, id));
        house.stages.resubmit(filer, id, new Resubmission(MENDED, null, null, 5));
        house.closing.execute(consultant, id, Outcome.UPLOADED_CONCLUSION, null);
        assertCode("requests.closed", () -> house.stages.giveBack(consultant, id, new GivingBack("Поздно", 7)));
    }

    @Test
    void theRightsSayWhatTheWindowOffers() {
        Rights atCoordination = house.window.get(coordinator, id).rights();
        assertTrue(atCoordination.accept() && atCoordination.assign() && atCoordination.giveBack());
        assertTrue(atCoordination.handOver());
        assertFalse(atCoordination.finish() || atCoordination.cancel() || atCoordination.resubmit());
        Rights filers = house.window.get(filer, id).rights();
        assertTrue(filers.cancel() && filers.handOver());
        assertFalse(filers.accept() || filers.link() || filers.move() || filers.finish());
        house.stages.accept(coordinator, id, accepting(house.consultant.id(), 1));
        Rights consultants = house.window.get(consultant, id).rights();
        assertTrue(consultants.finish() && consultants.giveBack() && consultants.handOver());
        assertFalse(consultants.accept() || consultants.link() || consultants.identify());
        Rights coordinated = house.window.get(coordinator, id).rights();
        assertFalse(coordinated.accept() || coordinated.handOver() || coordinated.giveBack());
    }

    @Test
    void anAbsentCoordinatorIsReplaced() {
        StaffMember other = house.directory.coordinator("Рябов", TestStaff.CLINIC);
        assertEquals(
                List.of(other.id()),
                house.handOvers.colleagues(filer, id).stream()
                        .map(Colleague::id)
                        .toList());
        assertCode(
                "requests.incomplete",
                () -> house.handOvers.handOver(filer, id, new HandOver(house.consultant.id(), null, "Мимо", 1)));
        house.events.appended.clear();
        Request redirected = house.handOvers.handOver(filer, id, new HandOver(other.id(), null, "В отпуске", 1));
        assertEquals(other.id(), redirected.processorId());
        assertNull(redirected.consultantId());
        assertEquals(List.of(new RequestRedirected(id, house.coordinator.id(), other.id())), house.events.appended);
        assertTurn(other);
        assertEquals(List.of(), found(coordinator, Box.ALL, "щербаков"));
        assertEquals(List.of(id), found(House.as(other), Box.ALL, "щербаков"));
        assertCode("requests.not-found", () -> house.window.get(coordinator, id));
    }

    @Test
    void anAnsweredQuestionIsReopenedAndCancelledWithoutASchedule() {
        house.neighbours.visits = null;
        house.stages.accept(coordinator, id, accepting(house.consultant.id(), 1));
        house.closing.execute(consultant, id, Outcome.UPLOADED_CONCLUSION, null);
        StaffMember answering = house.consultant;
        Caller reopener = Caller.staff(
                answering.id(),
                answering.organisationId(),
                java.util.Set.of(Caller.DOCTOR, Caller.REOPENER),
                answering.shortName());
        assertEquals(
                house.consultant.id(),
                house.closings
                        .reopen(reopener, id, new Reopening("Ещё вопрос", 3))
                        .processorId());
        house.closings.cancel(filer, id, new Cancellation("Не нужно", 4));
        Draft followUp = house.followUps.begin(filer, id, new FollowUp(Uuid7.next()));
        assertEquals(house.coordinator.id(), followUp.consultantId());
    }

    /** It is on «Входящие» of that one alone, and counted there. */
    private void assertTurn(StaffMember turn) {
        for (StaffMember member : List.of(house.filer, house.coordinator, house.consultant, house.stranger)) {
            boolean own = turn != null && turn.id().equals(member.id());
            assertEquals(own ? List.of(id) : List.of(), found(House.as(member), Box.INCOMING, null), member.surname());
            assertEquals(own ? 1 : 0, house.lists.counters(House.as(member)).incoming(), member.surname());
        }
    }

    private List<UUID> found(Caller caller, Box box, String typed) {
        return house
                .lists
                .page(caller, ListQuery.parse(box.name(), false, typed, null, null, null, 50))
                .items()
                .stream()
                .map(RequestRow::id)
                .toList();
    }

    private static Acceptance accepting(UUID consultant, long version) {
        return new Acceptance(consultant, null, version);
    }
}
