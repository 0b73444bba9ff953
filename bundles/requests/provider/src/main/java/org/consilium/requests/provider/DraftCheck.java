package org.consilium.requests.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteStep;

/** What is wrong with a draft: values that cannot be right, and what is missing on steps that were passed. */
final class DraftCheck {
    // Tolerant on purpose: only delivery proves an address. Cyrillic domains are addresses as well.
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]+@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");
    // E.164 has at most 15 digits; whoever wrote them may have grouped them. Only a call proves a number.
    private static final Pattern PHONE = Pattern.compile("\\+?(?:[\\s().-]*\\d){5,15}");
    private static final int LONGEST_PHONE = 30;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_COMMENT = 1000;

    private final Problems problems = new Problems();
    private final DraftContent content;

    private DraftCheck(DraftContent content) {
        this.content = content;
    }

    /**
     * @param steps of the draft
     * @param reached steps before this one have to be complete
     * @param today in the region
     * @param forms checks the answers to the route's own forms
     */
    static List<FieldProblem> problems(
            RouteDescription route,
            DraftSteps steps,
            DraftContent content,
            String reached,
            LocalDate today,
            FormAnswers forms) {
        DraftCheck check = new DraftCheck(content);
        check.person(steps.isPassed(DraftStep.PERSON, reached));
        check.contact(steps.isPassed(DraftStep.CONTACT, reached));
        if (route.audience() == RouteDescription.Audience.REPRESENTATIVE) {
            String asked = steps.has(DraftStep.REPRESENTED) ? DraftStep.REPRESENTED : DraftStep.CONTACT;
            new RepresentedCheck(check.problems, today).check(content.represented(), steps.isPassed(asked, reached));
        }
        if (content.consultantId() == null && steps.isPassed(DraftStep.CONSULTANT, reached)) {
            check.problems.add("consultantId", Problems.REQUIRED);
        }
        // It is asked on the first step.
        check.urgency(route, !reached.equals(steps.first()));
        steps.forms().stream()
                .filter(step -> steps.isPassed(step.id(), reached))
                .forEach(step -> check.form(step, forms));
        return check.problems.list();
    }

    private void urgency(RouteDescription route, boolean required) {
        boolean asked = route.terms().size() > 1;
        String typed = Typed.clean(content.urgency());
        if (problems.present("urgency", typed, asked && required)
                && route.terms().stream()
                        .noneMatch(term -> term.urgency().name().equals(typed))) {
            problems.add("urgency", Problems.UNKNOWN);
        }
    }

    private void form(RouteStep step, FormAnswers forms) {
        JsonNode answers = StoredJson.tree(content.answers(step.id()));
        for (FieldProblem problem : forms.problems(step.form().schema(), answers)) {
            problems.add("forms/" + step.id() + "/" + problem.field(), problem.code());
        }
    }

    private void person(boolean required) {
        if (problems.present("personId", Typed.clean(content.personId()), required) && content.person() == null) {
            problems.add("personId", Problems.UNKNOWN);
        }
    }

    private void contact(boolean required) {
        problems.text("email", Typed.clean(content.email()), required, LONGEST_EMAIL, EMAIL);
        problems.text("phone", Typed.clean(content.phone()), false, LONGEST_PHONE, PHONE);
        problems.text("comment", Typed.cleanLines(content.comment()), false, LONGEST_COMMENT);
    }
}
