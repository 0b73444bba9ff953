package org.consilium.requests.provider;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.provider.catalogue.RouteCalls;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.RouteAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RoutePlan;
import org.consilium.routes.api.RouteStep;
import org.consilium.routes.api.Urgency;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at what was answered in a draft: by the schemas of the route's forms, then by the route's own code. */
@Component(service = RouteAnswering.class)
public class RouteAnswering {
    private final FormAnswers forms = new FormAnswers();
    private final RouteCalls calls;
    private final RouteUse use;
    private final RequestSettings settings;

    @Activate
    public RouteAnswering(@Reference RouteCalls calls, @Reference RouteUse use, @Reference RequestSettings settings) {
        this.calls = calls;
        this.use = use;
        this.settings = settings;
    }

    DraftSteps steps(RouteDescription route) {
        return use.steps(route);
    }

    /** @param reached steps before this one have to be complete */
    List<FieldProblem> problems(RouteDescription route, DraftContent content, String reached) {
        return DraftCheck.problems(route, steps(route), content, reached, settings.today(), forms);
    }

    /** What the route's own code finds. @throws ConsiliumException 409 {@code requests.route-failed} */
    List<AnswerProblem> check(RouteDescription route, String profile, DraftContent content) {
        return calls.check(route, answers(route, profile, content));
    }

    /** The same to show beside a draft: code that fails says nothing yet. */
    List<AnswerProblem> checkLeniently(RouteDescription route, String profile, DraftContent content) {
        try {
            return content.forms().isEmpty() ? List.of() : check(route, profile, content);
        } catch (ConsiliumException e) {
            return List.of();
        }
    }

    /** @throws ConsiliumException 409 {@code requests.route-failed} */
    RoutePlan plan(RouteDescription route, String profile, DraftContent content) {
        return calls.plan(route, answers(route, profile, content));
    }

    /** The chosen urgency, the only one of a route that has one, or {@code null}. */
    static Urgency urgency(RouteDescription route, DraftContent content) {
        return route.terms().stream()
                .map(term -> term.urgency())
                .filter(urgency -> route.terms().size() == 1 || urgency.name().equals(content.urgency()))
                .findFirst()
                .orElse(null);
    }

    private RouteAnswers answers(RouteDescription route, String profile, DraftContent content) {
        Map<String, String> answered = new HashMap<>();
        for (RouteStep step : steps(route).forms()) {
            if (content.forms().containsKey(step.id())) {
                answered.put(step.id(), StoredJson.write(content.answers(step.id())));
            }
        }
        return new RouteAnswers(profile, urgency(route, content), answered, age(content), sex(content));
    }

    private Integer age(DraftContent content) {
        LocalDate born = birthDate(content);
        return born == null || born.isAfter(settings.today())
                ? null
                : Integer.valueOf(Period.between(born, settings.today()).getYears());
    }

    private static LocalDate birthDate(DraftContent content) {
        if (content.represented() == null) {
            return content.person() == null ? null : content.person().birthDate();
        }
        try {
            return content.represented().birthDate() == null
                    ? null
                    : LocalDate.parse(content.represented().birthDate());
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static String sex(DraftContent content) {
        if (content.represented() != null) {
            return content.represented().sex();
        }
        return content.person() == null || content.person().sex() == null
                ? null
                : content.person().sex().toString();
    }
}
