package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestExecuted;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ClosingsTest {
    private final House house;
    private final Request request;
    private final Caller consultant;
    private final Caller filer;

    ClosingsTest(Engine engine) {
        house = new House(engine);
        request = house.request(house.filer, house.consultant, "Иванова");
        consultant = House.as(house.consultant);
        filer = House.as(house.filer);
        house.events.appended.clear();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S082", "S166", "S172"})
    void theConsultantFinishesWithAReason() {
        Request finished = complete(consultant, "no-contact", null, 1);
        assertEquals(RequestState.EXECUTED, finished.state());
        assertEquals(Outcome.WITHOUT_CONCLUSION, finished.outcome());
        assertEquals(new OutcomeReason("no-contact", TestRoutes.NO_CONTACT.title()), finished.outcomeReason());
        assertNotNull(finished.closedAt());
        assertEquals(
                new Rights(false, false, false, false, false, false, true, false, false, false, false, true),
                finished.rights());
        assertEquals(2, finished.version());
        assertEquals(
                List.of(new RequestExecuted(request.id(), Outcome.WITHOUT_CONCLUSION, "no-contact")),
                house.events.appended);
        assertEquals(List.of("requests.submitted", "requests.executed"), house.audit.actions());
        assertEquals(finished, house.window.get(consultant, request.id()));
        assertCode("requests.closed", () -> house.service.writable(consultant, request.id()));
        assertEquals(request.name(), house.service.card(filer, request.id()).name());
    }

    @Test
    @Proves({"S166"})
    void aReasonIsObligatoryAndMustBeOneOfTheRoutes() {
        assertEquals(List.of(new FieldProblem("reason", "required")), refused(null, null));
        assertEquals(List.of(new FieldProblem("reason", "required")), refused(" ", null));
        assertEquals(List.of(new FieldProblem("reason", "unknown")), refused("because", null));
        assertEquals(List.of(new FieldProblem("text", "required")), refused("other", " \n"));
        assertEquals(List.of(new FieldProblem("text", "too-long")), refused("other", "x".repeat(1001)));
        assertCode(
                "requests.incomplete", () -> house.closings.completeWithoutConclusion(consultant, request.id(), null));
        assertEquals(RequestState.IN_WORK, house.window.get(filer, request.id()).state());
        assertEquals(
                "Прервалась\nсвязь",
                complete(consultant, "other", " Прервалась\nсвязь ", 1).outcomeText());
    }

    @Test
    @Proves({"S169"})
    void onlyTheConsultantFinishes() {
        assertCode("requests.not-consultant", () -> complete(filer, "no-contact", null, 1));
        for (Caller other : outsiders()) {
            assertCode("requests.not-found", () -> complete(other, "no-contact", null, 1));
        }
        assertEquals(
                new Rights(false, false, false, false, false, true, true, false, true, true, false, false),
                house.window.get(filer, request.id()).rights());
        assertEquals(
                new Rights(false, false, false, false, true, true, true, true, true, true, false, false),
                house.window.get(consultant, request.id()).rights());
        assertEquals(RequestState.IN_WORK, house.window.get(filer, request.id()).state());
    }

    @Test
    void aClosedRequestIsNotClosedAgain() {
        complete(consultant, "no-contact", null, 1);
        assertCode("requests.closed", () -> complete(consultant, "no-contact", null, 2));
        assertCode("requests.closed", () -> cancel(filer, "Передумали", 2));
        assertEquals(1, house.events.appended.size());
    }

    @Test
    void aStaleVersionIsRefused() {
        assertCode("requests.changed-meanwhile", () -> complete(consultant, "no-contact", null, 0));
        assertCode("requests.changed-meanwhile", () -> cancel(filer, "Передумали", 7));
        assertEquals(1, house.visits.count());
    }

    @Test
    @Proves({"S172"})
    void filerAndConsultantCancelWithAReasonAndTheTimeIsFreeAgain() {
        Request cancelled = cancel(filer, "Пациент попросил", 1);
        assertEquals(RequestState.CANCELLED, cancelled.state());
        assertNull(cancelled.outcome());
        assertEquals("Пациент попросил", cancelled.outcomeText());
        assertEquals(0, house.visits.count());
        assertEquals(List.of(new RequestCancelled(request.id())), house.events.appended);
        Request second = house.request(house.filer, house.consultant, "Вторая");
        assertEquals(
                RequestState.CANCELLED,
                house.closings
                        .cancel(consultant, second.id(), new Cancellation("Заболел", 1))
                        .state());
    }

    @Test
    void cancellingNeedsAReasonAndARight() {
        assertCode("requests.incomplete", () -> cancel(filer, " ", 1));
        assertCode("requests.incomplete", () -> house.closings.cancel(filer, request.id(), null));
        for (Caller other : outsiders()) {
            assertCode("requests.not-found", () -> cancel(other, "Передумали", 1));
        }
        assertEquals(1, house.visits.count());
    }

    @Test
    void withoutTheScheduleNothingIsCancelled() {
        house.neighbours.visits = null;
        assertCode("platform.domain-away", () -> cancel(filer, "Передумали", 1));
        assertEquals(request, house.window.get(filer, request.id()));
        complete(consultant, "no-contact", null, 1);
    }

    @Test
    void anEventThatCannotBeAppendedRollsTheCancellationBack() {
        house.sink = event -> {
            throw new IllegalStateException("no room for events");
        };
        assertThrows(IllegalStateException.class, () -> cancel(filer, "Передумали", 1));
        assertEquals(request, house.window.get(filer, request.id()));
        assertEquals(1, house.visits.count());
    }

    @Test
    void theHistoryIsForParticipants() {
        cancel(filer, "Передумали", 1);
        List<HistoryEntry> history = house.window.history(consultant, request.id());
        assertEquals(
                List.of("requests.submitted", "requests.cancelled"),
                history.stream().map(HistoryEntry::action).toList());
        assertEquals("Щербаков П. И.", history.get(1).actorName());
        for (Caller other : outsiders()) {
            assertCode("requests.not-found", () -> house.window.history(other, request.id()));
            assertCode("requests.not-found", () -> house.window.get(other, request.id()));
        }
    }

    private List<Caller> outsiders() {
        return List.of(
                House.as(house.colleague),
                House.as(house.stranger),
                Caller.staff(Uuid7.next(), TestStaff.CLINIC, Set.of(Caller.OPERATOR, Caller.SCHEDULER), "О"),
                Caller.patient(Uuid7.next(), request.id()),
                Caller.patient(Uuid7.next(), Uuid7.next()));
    }

    private Object refused(String reason, String text) {
        ConsiliumException refused =
                assertThrows(ConsiliumException.class, () -> complete(consultant, reason, text, 1));
        assertEquals("requests.incomplete", refused.code());
        return refused.members().get("problems");
    }

    private Request complete(Caller caller, String reason, String text, long version) {
        return house.closings.completeWithoutConclusion(caller, request.id(), new Completion(reason, text, version));
    }

    private Request cancel(Caller caller, String text, long version) {
        return house.closings.cancel(caller, request.id(), new Cancellation(text, version));
    }
}
