package org.consilium.requests.provider;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.kernel.FieldProblem;
import org.consilium.routes.api.RouteDescription;

/** What is wrong with a draft: values that cannot be right, and what is missing on steps that were passed. */
final class DraftCheck {
    // Tolerant on purpose: only delivery proves an address. Cyrillic domains are addresses as well.
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]+@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_COMMENT = 1000;

    private final Problems problems = new Problems();
    private final DraftContent content;

    private DraftCheck(DraftContent content) {
        this.content = content;
    }

    /**
     * @param reached steps before this one have to be complete
     * @param today in the region
     */
    static List<FieldProblem> problems(
            RouteDescription route, DraftContent content, DraftStep reached, LocalDate today) {
        DraftCheck check = new DraftCheck(content);
        check.person(DraftStep.PERSON.isBefore(reached));
        check.contact(DraftStep.CONTACT.isBefore(reached));
        if (route.audience() == RouteDescription.Audience.REPRESENTATIVE) {
            new RepresentedCheck(check.problems, today)
                    .check(content.represented(), DraftStep.CONTACT.isBefore(reached));
        }
        if (content.consultantId() == null && DraftStep.CONSULTANT.isBefore(reached)) {
            check.problems.add("consultantId", Problems.REQUIRED);
        }
        return check.problems.list();
    }

    private void person(boolean required) {
        if (problems.present("personId", Typed.clean(content.personId()), required) && content.person() == null) {
            problems.add("personId", Problems.UNKNOWN);
        }
    }

    private void contact(boolean required) {
        problems.text("email", Typed.clean(content.email()), required, LONGEST_EMAIL, EMAIL);
        problems.text("comment", Typed.cleanLines(content.comment()), false, LONGEST_COMMENT);
    }
}
