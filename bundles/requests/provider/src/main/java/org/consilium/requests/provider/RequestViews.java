package org.consilium.requests.provider;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.kernel.Caller;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteStep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows requests: to their participants in the window, to other domains as a card. The right was checked before. */
@Component(service = RequestViews.class)
public class RequestViews {
    private final DescribedRoutes routes;
    private final QuestionnaireRepository questionnaires;

    @Activate
    public RequestViews(@Reference DescribedRoutes routes, @Reference QuestionnaireRepository questionnaires) {
        this.routes = routes;
        this.questionnaires = questionnaires;
    }

    Request request(Caller caller, RequestEntity row) {
        RouteDescription route = routes.get(row.routeKey);
        return new Request(
                row.uuid(),
                row.number,
                row.name,
                row.patientName,
                row.representativeName,
                new LocalText(row.routeTitleRu, row.routeTitleEn),
                new LocalText(row.profileTitleRu, row.profileTitleEn),
                row.state,
                row.outcome,
                UUID.fromString(row.filerId),
                row.filerName,
                RequestEntity.uuid(row.consultantId),
                row.consultantName,
                RequestEntity.uuid(row.coordinatorId),
                row.coordinatorName,
                row.visitStart,
                row.visitMinutes,
                row.submittedAt,
                row.closedAt,
                StoredJson.read(row.person, PersonSnapshot.class),
                StoredJson.read(row.represented, Represented.class),
                row.email,
                row.phone,
                row.comment,
                forms(route, row),
                questionnaire(route, row),
                RedFlags.of(row),
                route.reasons(),
                reason(route, row.reasonCode),
                row.outcomeText,
                row.organisationName,
                row.routeKey,
                row.identification(),
                row.stage,
                stageTitle(route, row),
                row.returnReason,
                RequestEntity.uuid(row.processorId),
                Terms.shown(row.dueAt),
                row.urgency,
                row.version,
                rights(caller, RoutePosition.of(row, route)));
    }

    /** @return {@code null} on a route with one stage, which nobody has to be told */
    static LocalText stageTitle(RouteDescription route, RequestHead row) {
        return route.stagesOrUsual().size() == 1
                ? null
                : RoutePosition.stage(row, route).title();
    }

    @SuppressWarnings("unchecked")
    private static List<AnsweredForm> forms(RouteDescription route, RequestEntity row) {
        if (row.answers == null) {
            return List.of();
        }
        Map<String, Map<String, Object>> answers = StoredJson.read(row.answers, Map.class);
        return route.stepsOrUsual().stream()
                .filter(step -> step.kind() == RouteStep.Kind.FORM && answers.containsKey(step.id()))
                .map(step -> new AnsweredForm(step.id(), step.title(), step.form(), answers.get(step.id())))
                .toList();
    }

    /** What was sent; what the patient is still typing is his own. */
    @SuppressWarnings("unchecked")
    private AnsweredQuestionnaire questionnaire(RouteDescription route, RequestEntity row) {
        if (route.questionnaire() == null) {
            return null;
        }
        QuestionnaireEntity answered = questionnaires
                .find(row.id)
                .filter(found -> found.answers != null)
                .orElseGet(QuestionnaireEntity::new);
        return new AnsweredQuestionnaire(
                route.questionnaire(),
                answered.answers == null ? Map.of() : StoredJson.read(answered.answers, Map.class),
                answered.answeredAt);
    }

    static RequestCard card(RequestEntity row) {
        PersonSnapshot person = StoredJson.read(row.person, PersonSnapshot.class);
        Represented represented = StoredJson.read(row.represented, Represented.class);
        return new RequestCard(
                row.uuid(),
                row.number,
                row.name,
                row.patientName,
                row.representativeName,
                birthDate(person, represented),
                person == null ? List.of() : lastDigits(person, represented),
                row.email,
                row.routeTitleRu,
                row.profileTitleRu,
                UUID.fromString(row.filerId),
                RequestEntity.uuid(row.consultantId),
                RequestEntity.uuid(row.organisationId),
                row.state,
                row.visitStart,
                row.visitMinutes,
                row.closedAt,
                row.routeKey,
                row.identification());
    }

    private static LocalDate birthDate(PersonSnapshot person, Represented represented) {
        if (represented != null) {
            return LocalDate.parse(represented.birthDate());
        }
        return person == null ? null : person.birthDate();
    }

    private static OutcomeReason reason(RouteDescription route, String code) {
        return route.reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(reason -> new OutcomeReason(reason.code(), reason.title()))
                .findFirst()
                .orElse(null);
    }

    private static Rights rights(Caller caller, RoutePosition position) {
        RequestEntity row = position.request();
        boolean turn = row.isProcessor(caller);
        boolean consultant = row.isConsultant(caller);
        boolean participant = consultant || row.isFiler(caller);
        boolean holder = participant || row.consultantId == null && row.isCoordinator(caller);
        return new Rights(
                turn && position.allows(Step.ACCEPT),
                turn && position.allows(Step.ACCEPT) && position.stage().assignsConsultant(),
                turn && position.allows(Step.RETURN),
                turn && position.allows(Step.RESUBMIT),
                consultant && position.allows(Step.EXECUTE),
                participant && position.allows(Step.CANCEL),
                participant && row.person != null,
                consultant && position.allows(Step.IDENTIFY),
                holder && position.allows(Step.HAND_OVER),
                participant && position.allows(Step.MOVE),
                participant && caller.has(Caller.REOPENER) && position.allows(Step.REOPEN),
                participant && row.state.isClosed());
    }

    private static List<String> lastDigits(PersonSnapshot person, Represented represented) {
        Stream<String> numbers = represented == null
                ? Stream.of(person.snils(), person.policy())
                : Stream.of(person.snils(), person.policy(), represented.snils(), represented.policy());
        return numbers.filter(Objects::nonNull)
                .map(number -> number.replaceAll("\\D", ""))
                .filter(digits -> digits.length() >= 4)
                .map(digits -> digits.substring(digits.length() - 4))
                .distinct()
                .toList();
    }
}
