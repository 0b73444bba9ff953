package example.routes;

import java.util.List;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.Reason;
import org.consilium.routes.api.RouteAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;
import org.consilium.routes.api.RoutePlan;
import org.consilium.routes.api.RouteStep;
import org.consilium.routes.api.Term;
import org.consilium.routes.api.Urgency;
import org.osgi.service.component.annotations.Component;

/** For adults only, and strong pain is urgent whatever was chosen: neither can be said in a file. */
@Component(service = ConsultationRoute.class)
public class HeadacheRoute implements ConsultationRoute {
    private static final String FORM = "headache";

    @Override
    public RouteDescription describe() {
        RouteForm form = new RouteForm(
                """
                {"type": "object", "properties": {"strong": {"type": "boolean"}}, "required": ["strong"], "additionalProperties": false}
                """,
                """
                {"strong": {"ui:title": {"ru": "Боль сильная?", "en": "Is the pain strong?"}, "ui:widget": "yesNo"}}
                """);
        return new RouteDescription(
                "example.headache-java",
                "1.0.0",
                new LocalText("Головная боль у взрослых", "Headache of adults"),
                new LocalText("Неврология", "Neurology"),
                RouteDescription.Audience.PATIENT,
                List.of(new Profile("53", new LocalText("Неврология", "Neurology"))),
                null,
                RouteDescription.Consultants.REGION,
                30,
                List.of(new Reason("other", new LocalText("Другое", "Other"), true)),
                null,
                null,
                List.of(
                        RouteStep.of(RouteStep.Kind.PROFILE),
                        RouteStep.of(RouteStep.Kind.PERSON),
                        new RouteStep(RouteStep.Kind.FORM, FORM, new LocalText("Головная боль", "Headache"), form, null),
                        RouteStep.of(RouteStep.Kind.CONTACT),
                        RouteStep.of(RouteStep.Kind.CONSULTANT),
                        RouteStep.of(RouteStep.Kind.SLOT)),
                null,
                null,
                List.of(new Term(Urgency.URGENT, 24 * 60), new Term(Urgency.PLANNED, 7 * 24 * 60)),
                null,
                null,
                null);
    }

    @Override
    public List<AnswerProblem> check(RouteAnswers answers) {
        boolean child = answers.patientAge() != null && answers.patientAge() < 18;
        return child
                ? List.of(new AnswerProblem(
                        FORM,
                        "",
                        new LocalText(
                                "Маршрут только для взрослых. Подайте заявку к детскому неврологу.",
                                "The route is for adults only. File a request to a paediatric neurologist.")))
                : List.of();
    }

    @Override
    public RoutePlan plan(RouteAnswers answers) {
        boolean strong = answers.forms().getOrDefault(FORM, "{}").contains("\"strong\":true");
        return strong ? new RoutePlan(Urgency.URGENT, null, null) : RoutePlan.AS_DESCRIBED;
    }
}
