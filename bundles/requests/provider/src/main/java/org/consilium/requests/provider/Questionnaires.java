package org.consilium.requests.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.provider.RequestLifecycle.Step;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The questionnaire that the patient fills in on his page before the visit. What he types is kept as it is; what he sends is checked, and is
 * all that the doctor sees. Nothing waits for it.
 */
@Component(service = Questionnaires.class)
public class Questionnaires {
    private static final int MOST_ANSWERED = 100_000;

    private final RequestRepository requests;
    private final QuestionnaireRepository questionnaires;
    private final DescribedRoutes routes;
    private final RequestJournal journal;
    private final Neighbours neighbours;
    private final RequestSettings settings;
    private final FormAnswers forms = new FormAnswers();

    @Activate
    public Questionnaires(
            @Reference RequestRepository requests,
            @Reference QuestionnaireRepository questionnaires,
            @Reference DescribedRoutes routes,
            @Reference RequestJournal journal,
            @Reference Neighbours neighbours,
            @Reference RequestSettings settings) {
        this.requests = requests;
        this.questionnaires = questionnaires;
        this.routes = routes;
        this.journal = journal;
        this.neighbours = neighbours;
        this.settings = settings;
    }

    /** {@link VisitQuestionnaire#NONE} when the route has none. */
    VisitQuestionnaire get(Caller caller) {
        RequestEntity request = own(caller, requests::find);
        return view(request, questionnaires.find(request.id).orElseGet(QuestionnaireEntity::new));
    }

    /** Keeps what was typed so far, right or wrong; the same again changes nothing. */
    VisitQuestionnaire keep(Caller caller, QuestionnaireAnswers typed) {
        String json = json(typed);
        return requests.inTransaction(() -> {
            RequestEntity request = fillable(caller);
            QuestionnaireEntity row = questionnaires.of(request.id);
            row.typed = json.equals(row.answers) ? null : json;
            return view(request, row);
        });
    }

    /**
     * Sends the answers to the doctor; the same again changes nothing.
     *
     * @throws ConsiliumException 422 {@code requests.incomplete} with each answer that is missing or wrong
     */
    VisitQuestionnaire send(Caller caller, QuestionnaireAnswers sent) {
        String json = json(sent);
        return requests.inTransaction(() -> {
            RequestEntity request = fillable(caller);
            RouteDescription route = routes.get(request.routeKey);
            JsonNode answers = StoredJson.tree(sent.answers());
            List<FieldProblem> problems = forms.problems(route.questionnaire().schema(), answers);
            if (!problems.isEmpty()) {
                throw ConsiliumException.invalid("requests.incomplete", problems);
            }
            QuestionnaireEntity row = questionnaires.of(request.id);
            row.typed = null;
            if (!json.equals(row.answers)) {
                Transition made = Transition.of(request, Step.ANSWER, null);
                row.answers = json;
                row.answeredAt = settings.now();
                RedFlags.note(request, RedFlags.raised(route, answers, forms));
                requests.flush();
                journal.answered(caller, request, made);
            }
            return view(request, row);
        });
    }

    /** @throws ConsiliumException 404 for everybody but the request's own patient, 403 {@code requests.consent-needed} before his consent */
    private RequestEntity own(Caller caller, Function<UUID, Optional<RequestEntity>> by) {
        if (!caller.isPatient()) {
            throw RequestAccess.notFound();
        }
        RequestEntity found = by.apply(caller.requestId()).orElseThrow(RequestAccess::notFound);
        if (!neighbours.links().consented(found.uuid())) {
            throw ConsiliumException.forbidden("requests.consent-needed");
        }
        return found;
    }

    private RequestEntity fillable(Caller caller) {
        RequestEntity request = own(caller, requests::lock);
        if (routes.get(request.routeKey).questionnaire() == null) {
            throw ConsiliumException.notFound("requests.no-questionnaire");
        }
        RequestLifecycle.after(request.state, Step.ANSWER);
        if (!isOpen(request)) {
            throw ConsiliumException.conflict("requests.questionnaire-over", "the visit has begun");
        }
        return request;
    }

    private boolean isOpen(RequestEntity request) {
        return RequestLifecycle.allows(request.state, Step.ANSWER)
                && (request.visitStart == null || settings.now().isBefore(request.visitStart));
    }

    @SuppressWarnings("unchecked")
    private VisitQuestionnaire view(RequestEntity request, QuestionnaireEntity row) {
        RouteDescription route = routes.get(request.routeKey);
        if (route.questionnaire() == null) {
            return VisitQuestionnaire.NONE;
        }
        String last = row.typed == null ? row.answers : row.typed;
        return new VisitQuestionnaire(
                route.questionnaire(),
                last == null ? Map.of() : StoredJson.read(last, Map.class),
                row.answeredAt,
                row.typed != null,
                isOpen(request));
    }

    private static String json(QuestionnaireAnswers typed) {
        Checked.sent(typed, "answers");
        String json = StoredJson.write(Checked.sent(typed.answers(), "answers"));
        if (json.length() > MOST_ANSWERED) {
            throw ConsiliumException.invalid(
                    "requests.too-much-text", List.of(new FieldProblem("", Problems.TOO_LONG)));
        }
        return json;
    }
}
