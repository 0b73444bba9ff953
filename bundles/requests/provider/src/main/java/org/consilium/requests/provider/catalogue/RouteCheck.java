package org.consilium.requests.provider.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.Reason;
import org.consilium.routes.api.RedFlag;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;
import org.consilium.routes.api.RouteStage;
import org.consilium.routes.api.RouteStep;
import org.consilium.routes.api.RouteStep.Kind;
import org.consilium.routes.api.Term;

/**
 * The rules of a description, the same for files and for Java routes: those of {@code route.schema.json} and those that no schema can say.
 * Each problem names its place as a JSON pointer without the leading slash.
 */
final class RouteCheck {
    private final List<String> problems = new ArrayList<>();
    private final RouteDescription route;

    private RouteCheck(RouteDescription route) {
        this.route = route;
    }

    /** What is wrong with the description; empty when nothing is. */
    static List<String> problems(RouteDescription route) {
        try {
            List<String> found = RouteSchema.problems(RouteJson.tree(route));
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            return List.of("a form is no JSON: " + e.getMessage());
        }
        RouteCheck check = new RouteCheck(route);
        check.all();
        return List.copyOf(check.problems);
    }

    static RouteDescription withDefaults(RouteDescription route) {
        return route.consultants() != null
                ? route
                : new RouteDescription(
                        route.id(),
                        route.version(),
                        route.title(),
                        route.tab(),
                        route.audience(),
                        route.profiles(),
                        route.notice(),
                        RouteDescription.Consultants.OWN_ORGANISATION,
                        route.visitMinutes(),
                        route.reasons(),
                        route.consultantOrganisations(),
                        route.users(),
                        route.steps(),
                        route.conclusion(),
                        route.finishing(),
                        route.terms(),
                        route.stages(),
                        route.questionnaire(),
                        route.redFlags());
    }

    private void all() {
        once("profiles", route.profiles(), Profile::code, "code");
        once("reasons", route.reasons(), Reason::code, "code");
        once("terms", route.terms(), Term::urgency, "urgency");
        once("stages", route.stages(), RouteStage::id, "id");
        steps();
        stages();
        form("conclusion", route.conclusion());
        questionnaire();
    }

    private void questionnaire() {
        if (route.questionnaire() == null) {
            return;
        }
        form("questionnaire", route.questionnaire());
        problems.addAll(FormCheck.ofPatient("questionnaire", route.questionnaire()));
        require(
                route.audience() != RouteDescription.Audience.DOCTOR,
                "questionnaire: nobody fills it in, no patient takes part");
        for (int i = 0; i < route.redFlags().size(); i++) {
            RedFlag flag = route.redFlags().get(i);
            problems.addAll(FormCheck.condition("redFlags/" + i + "/when", flag.when(), route.questionnaire()));
        }
    }

    private void steps() {
        List<RouteStep> steps = route.stepsOrUsual();
        once("steps", steps, step -> step.kind() == Kind.FORM ? step.id() : step.kind(), "kind");
        for (int i = 0; i < steps.size(); i++) {
            RouteStep step = steps.get(i);
            form("steps/" + i + "/form", step.form());
            if (step.kind() == Kind.PROFILE && i > 0) {
                problems.add("steps/" + i + ": PROFILE is chosen with the route and comes first");
            }
        }
        require(
                route.asks(Kind.PROFILE) || route.profiles().size() == 1,
                "profiles: without a step PROFILE there is one");
        boolean doctors = route.audience() == RouteDescription.Audience.DOCTOR;
        if (doctors) {
            doctors();
        }
        boolean represented = route.audience() == RouteDescription.Audience.REPRESENTATIVE;
        require(doctors || route.asks(Kind.PERSON), "steps: PERSON is missing: who takes part has to be known");
        require(represented || !route.asks(Kind.REPRESENTED), "steps: REPRESENTED needs the audience REPRESENTATIVE");
        require(
                !represented || route.asks(Kind.REPRESENTED) || route.asks(Kind.CONTACT),
                "steps: the represented patient is asked for in REPRESENTED or CONTACT");
        require(!route.asks(Kind.SLOT) || before(Kind.CONSULTANT, Kind.SLOT), "steps: SLOT comes after CONSULTANT");
        require(
                !route.asks(Kind.SLOT) || steps.get(steps.size() - 1).kind() == Kind.SLOT,
                "steps: SLOT comes last: the time is taken when the request is submitted");
        require(!route.asks(Kind.SLOT) || route.visitMinutes() > 0, "visitMinutes: is missing");
        require(
                route.asks(Kind.SLOT) && !leavesOut(Kind.SLOT) || !route.terms().isEmpty(),
                "terms: is missing: without a visit only a term says by when");
        require(!leavesOut(Kind.PERSON), "steps: PERSON cannot be left out: who takes part has to be known");
        require(
                !leavesOut(Kind.CONSULTANT) || !doctors && !route.coordinated(),
                "steps: CONSULTANT cannot be left out: nobody would be asked");
        core();
    }

    /** Doctors among themselves: nobody else takes part. */
    private void doctors() {
        require(!route.asks(Kind.PERSON), "steps: PERSON: no patient takes part");
        require(!route.asks(Kind.CONTACT), "steps: CONTACT: nobody gets mail; a comment is asked for in a form");
        require(!route.asks(Kind.SLOT), "steps: SLOT: no patient has a visit; the answer is due within a term");
        require(route.asks(Kind.CONSULTANT), "steps: CONSULTANT is missing: the filer does not ask himself");
    }

    private boolean leavesOut(Kind kind) {
        return route.stepsOrUsual().stream()
                .anyMatch(step -> step.kind() == kind && step.whenAway() == RouteStep.WhenAway.LEAVE_OUT);
    }

    /** What descriptions may say already and this version of the core cannot act on: better refused than half obeyed. */
    private void core() {}

    private void stages() {
        List<RouteStage> stages = route.stagesOrUsual();
        int last = stages.size() - 1;
        require(
                stages.get(last).processor() == RouteStage.Processor.CONSULTANT,
                "stages/" + last + "/processor: the last stage is the consultant's");
        require(!stages.get(last).assignsConsultant(), "stages/" + last + "/assignsConsultant: there is no next stage");
        boolean named = !route.coordinated();
        for (int i = 0; i < stages.size(); i++) {
            RouteStage stage = stages.get(i);
            boolean coordinator = stage.processor() == RouteStage.Processor.COORDINATOR;
            require(
                    coordinator || named,
                    "stages/" + i + "/processor: a coordinator before has to name the consultant (assignsConsultant)");
            require(
                    coordinator || !stage.assignsConsultant() || i == last,
                    "stages/" + i + "/assignsConsultant: only a coordinator names the consultant");
            named |= coordinator && stage.assignsConsultant();
        }
        if (route.coordinated()) {
            require(
                    stages.get(0).processor() == RouteStage.Processor.COORDINATOR,
                    "stages/0/processor: the filer chooses the coordinator, who comes first");
            require(route.asks(Kind.CONSULTANT), "steps: CONSULTANT is missing: there the coordinator is chosen");
            require(!route.asks(Kind.SLOT), "steps: SLOT: nobody knows the consultant yet whose time it would be");
        }
    }

    private boolean before(Kind first, Kind second) {
        List<Kind> kinds = route.stepsOrUsual().stream().map(RouteStep::kind).toList();
        return kinds.contains(first) && kinds.indexOf(first) < kinds.indexOf(second);
    }

    private void form(String place, RouteForm form) {
        if (form != null) {
            problems.addAll(FormCheck.problems(place, form));
        }
    }

    private <T> void once(String field, List<T> items, Function<T, Object> key, String member) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            require(seen.add(key.apply(items.get(i))), field + "/" + i + "/" + member + ": stands there twice");
        }
    }

    private void require(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
