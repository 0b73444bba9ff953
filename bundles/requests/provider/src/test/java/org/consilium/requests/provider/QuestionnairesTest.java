package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.DomainEvent;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.api.QuestionnaireAnswered;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class QuestionnairesTest {
    private static final QuestionnaireAnswers HEALTHY = answers(36.6, false);
    private static final QuestionnaireAnswers ILL = answers(39.5, true);

    private final House house;

    QuestionnairesTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsTypedIsKeptForThePatientAlone() {
        Request request = house.asking("Иванова");
        Caller patient = patientOf(request);
        VisitQuestionnaire fresh = house.questionnaires.get(patient);
        assertEquals(TestRoutes.ASKING.questionnaire(), fresh.form());
        assertEquals(new VisitQuestionnaire(fresh.form(), Map.of(), null, false, true), fresh);

        QuestionnaireAnswers half = new QuestionnaireAnswers(Map.of("temperature", 500));
        house.questionnaires.keep(patient, half);
        assertEquals(
                new VisitQuestionnaire(fresh.form(), half.answers(), null, true, true),
                house.questionnaires.get(patient));
        Request seen = seen(request);
        assertEquals(new AnsweredQuestionnaire(fresh.form(), Map.of(), null), seen.questionnaire());
        assertEquals(request.version(), seen.version());
        assertEquals(List.of(), answered());
    }

    @Test
    void whatIsSentIsCheckedAndShownToTheDoctor() {
        Request request = house.asking("Иванова");
        Caller patient = patientOf(request);
        assertEquals(
                List.of(new FieldProblem("temperature", "required")),
                problems(() -> house.questionnaires.send(patient, new QuestionnaireAnswers(Map.of("breath", true)))));
        assertEquals(
                List.of(new FieldProblem("temperature", "maximum")),
                problems(() -> house.questionnaires.send(patient, answers(50, false))));
        assertEquals(List.of(), seen(request).redFlags());

        VisitQuestionnaire sent = house.questionnaires.send(patient, HEALTHY);
        assertEquals(new VisitQuestionnaire(sent.form(), HEALTHY.answers(), house.settings.now(), false, true), sent);
        Request seen = seen(request);
        assertEquals(HEALTHY.answers(), seen.questionnaire().answers());
        assertEquals(sent.answeredAt(), seen.questionnaire().answeredAt());
        assertEquals(List.of(), seen.redFlags());
        assertEquals(List.of(new QuestionnaireAnswered(request.id())), answered());
        HistoryEntry last = lastOf(request);
        assertEquals("requests.questionnaire-answered", last.action());
        assertEquals(Caller.Kind.PATIENT, last.actorKind());
        assertEquals(List.of("transition"), List.copyOf(last.details().keySet()));
    }

    @Test
    void theSameAgainIsNoSecondAnswerAndACorrectionReplacesTheFirst() {
        Request request = house.asking("Иванова");
        Caller patient = patientOf(request);
        house.questionnaires.send(patient, ILL);
        house.questionnaires.keep(patient, ILL);
        house.questionnaires.send(patient, ILL);
        assertEquals(1, answered().size());
        assertEquals(List.of(TestRoutes.FEVER, TestRoutes.BREATH), seen(request).redFlags());

        house.questionnaires.keep(patient, HEALTHY);
        assertEquals(ILL.answers(), seen(request).questionnaire().answers());
        house.questionnaires.send(patient, HEALTHY);
        assertEquals(HEALTHY.answers(), seen(request).questionnaire().answers());
        assertEquals(List.of(), seen(request).redFlags());
        assertEquals(2, answered().size());
    }

    @Test
    void aFlagPutsTheRequestOnTopOfTheDoctorsList() {
        Request flagged = house.asking("Первая");
        Request second = house.asking("Вторая");
        Request third = house.asking("Третья");
        assertEquals(List.of(third.id(), second.id(), flagged.id()), ids(house.consultant, Box.INCOMING));
        assertEquals(List.of(flagged.id(), second.id(), third.id()), today());

        house.questionnaires.send(patientOf(flagged), answers(39.1, false));
        house.questionnaires.send(patientOf(second), HEALTHY);
        assertEquals(List.of(flagged.id(), third.id(), second.id()), ids(house.consultant, Box.INCOMING));
        assertEquals(List.of(third.id(), second.id(), flagged.id()), ids(house.filer, Box.OUTGOING));
        RequestRow top = house.lists
                .page(House.as(house.consultant), House.list(Box.INCOMING, false))
                .items()
                .get(0);
        assertEquals(List.of(TestRoutes.FEVER), top.redFlags());

        house.questionnaires.send(patientOf(third), ILL);
        assertEquals(List.of(third.id(), flagged.id(), second.id()), ids(house.consultant, Box.INCOMING));
        assertEquals(List.of(flagged.id(), third.id(), second.id()), today());
        assertEquals(3, house.lists.counters(House.as(house.consultant)).incoming());
    }

    @Test
    void pagesGoOnFromTheFlaggedOnesToTheOthers() {
        List<Request> requests = List.of(
                house.asking("Первая"), house.asking("Вторая"), house.asking("Третья"), house.asking("Четвёртая"));
        house.questionnaires.send(patientOf(requests.get(0)), ILL);
        house.questionnaires.send(patientOf(requests.get(2)), ILL);
        Request closed = requests.get(1);
        house.closings.cancel(House.as(house.filer), closed.id(), new Cancellation("Передумали", 1));
        for (String sort : List.of("NEWEST", "DUE")) {
            List<UUID> flagged = sort.equals("NEWEST")
                    ? List.of(requests.get(2).id(), requests.get(0).id())
                    : List.of(requests.get(0).id(), requests.get(2).id());
            List<UUID> found = new ArrayList<>();
            String cursor = null;
            do {
                Page<RequestRow> page = house.lists.page(
                        House.as(house.consultant),
                        ListQuery.parse(
                                "INCOMING",
                                true,
                                null,
                                new ListFilters(null, null, null, null, null, sort),
                                cursor,
                                1));
                page.items().forEach(row -> found.add(row.id()));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(List.of(flagged.get(0), flagged.get(1), requests.get(3).id()), found);
        }
    }

    @Test
    void itIsOpenUntilTheVisitBegins() {
        Request request = house.asking("Иванова");
        Caller patient = patientOf(request);
        house.questionnaires.send(patient, HEALTHY);
        house.clock.advance(Duration.ofHours(2));
        assertEquals(false, house.questionnaires.get(patient).open());
        assertCode("requests.questionnaire-over", () -> house.questionnaires.keep(patient, ILL));
        assertCode("requests.questionnaire-over", () -> house.questionnaires.send(patient, ILL));
        assertEquals(HEALTHY.answers(), seen(request).questionnaire().answers());
    }

    @Test
    void aClosedRequestTakesNoAnswers() {
        Request request = house.asking("Иванова");
        house.closings.cancel(House.as(house.filer), request.id(), new Cancellation("Передумали", 1));
        assertEquals(false, house.questionnaires.get(patientOf(request)).open());
        assertCode("requests.closed", () -> house.questionnaires.send(patientOf(request), HEALTHY));
    }

    @Test
    void onlyItsOwnPatientComesToItAndOnlyAfterHisConsent() {
        Request request = house.asking("Иванова");
        Request other = house.asking("Петрова");
        house.questionnaires.send(patientOf(other), ILL);
        assertEquals(Map.of(), house.questionnaires.get(patientOf(request)).answers());
        assertCode("requests.not-found", () -> house.questionnaires.get(House.as(house.consultant)));
        assertCode("requests.not-found", () -> house.questionnaires.send(House.as(house.filer), ILL));
        Caller nobody = Caller.patient(Uuid7.next(), Uuid7.next());
        assertCode("requests.not-found", () -> house.questionnaires.get(nobody));
        house.links.consented.remove(request.id());
        assertCode("requests.consent-needed", () -> house.questionnaires.get(patientOf(request)));
        assertCode("requests.consent-needed", () -> house.questionnaires.keep(patientOf(request), ILL));
        assertCode("requests.consent-needed", () -> house.questionnaires.send(patientOf(request), ILL));
        house.neighbours.links = null;
        assertCode("platform.domain-away", () -> house.questionnaires.get(patientOf(request)));
    }

    @Test
    void aRouteWithoutOneAsksNothing() {
        Request request = house.request(house.filer, house.consultant, "Иванова");
        house.links.consented.add(request.id());
        assertEquals(VisitQuestionnaire.NONE, house.questionnaires.get(patientOf(request)));
        assertCode("requests.no-questionnaire", () -> house.questionnaires.send(patientOf(request), HEALTHY));
        assertNull(seen(request).questionnaire());
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        Caller patient = patientOf(house.asking("Иванова"));
        assertCode("requests.incomplete", () -> house.questionnaires.keep(patient, null));
        assertCode("requests.incomplete", () -> house.questionnaires.send(patient, new QuestionnaireAnswers(null)));
        QuestionnaireAnswers tooLong = new QuestionnaireAnswers(Map.of("breath", "х".repeat(100_001)));
        assertCode("requests.too-much-text", () -> house.questionnaires.keep(patient, tooLong));
    }

    private List<DomainEvent> answered() {
        return house.events.appended.stream()
                .filter(QuestionnaireAnswered.class::isInstance)
                .toList();
    }

    private static QuestionnaireAnswers answers(double temperature, boolean breath) {
        Map<String, Object> answers = new TreeMap<>();
        answers.put("temperature", temperature);
        answers.put("breath", breath);
        return new QuestionnaireAnswers(answers);
    }

    private static Caller patientOf(Request request) {
        return Caller.patient(Uuid7.next(), request.id());
    }

    private Request seen(Request request) {
        return house.window.get(House.as(house.consultant), request.id());
    }

    private HistoryEntry lastOf(Request request) {
        List<HistoryEntry> history = house.window.history(House.as(house.consultant), request.id());
        return history.get(history.size() - 1);
    }

    private List<UUID> ids(StaffMember doctor, Box box) {
        return house.lists.page(House.as(doctor), House.list(box, false)).items().stream()
                .map(RequestRow::id)
                .toList();
    }

    private List<UUID> today() {
        return house.lists.today(House.as(house.consultant)).stream()
                .map(RequestRow::id)
                .toList();
    }

    private static Object problems(Executable act) {
        return assertThrows(ConsiliumException.class, act).members().get("problems");
    }
}
