package org.consilium.requests.provider;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.PersonQuery;

/** The rules for the patient who is typed in (decision 6 of the acceptance list). */
final class RepresentedCheck {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} '’.\\-]*");
    private static final Pattern SEX = Pattern.compile("MALE|FEMALE");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Problems problems;
    private final LocalDate today;

    RepresentedCheck(Problems problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    /** @param required whether what is obligatory has to be there already */
    void check(Represented patient, boolean required) {
        if (patient == null) {
            if (required) {
                problems.add("represented", Problems.REQUIRED);
            }
            return;
        }
        problems.text("represented/surname", Typed.clean(patient.surname()), required, 100, NAME);
        problems.text("represented/name", Typed.clean(patient.name()), required, 100, NAME);
        problems.text("represented/patronymic", Typed.clean(patient.patronymic()), false, 100, NAME);
        birthDate(Typed.clean(patient.birthDate()), required);
        problems.text("represented/sex", Typed.clean(patient.sex()), required, 6, SEX);
        number("represented/snils", PersonQuery.Kind.SNILS, Typed.clean(patient.snils()));
        number("represented/policy", PersonQuery.Kind.POLICY, Typed.clean(patient.policy()));
        problems.text("represented/relation", Typed.clean(patient.relation()), required, 200);
    }

    private void birthDate(String typed, boolean required) {
        String field = "represented/birthDate";
        if (!problems.present(field, typed, required)) {
            return;
        }
        try {
            LocalDate date = LocalDate.parse(typed);
            if (date.isAfter(today) || date.isBefore(EARLIEST)) {
                problems.add(field, Problems.RANGE);
            }
        } catch (DateTimeException e) {
            problems.add(field, Problems.FORMAT);
        }
    }

    private void number(String field, PersonQuery.Kind kind, String typed) {
        if (typed == null) {
            return;
        }
        Optional<String> normal = Identifiers.normalise(kind, typed);
        if (normal.isEmpty()) {
            problems.add(field, Problems.FORMAT);
        } else if (!Identifiers.hasRightCheckDigit(kind, normal.get())) {
            problems.add(field, Problems.CHECK_DIGIT);
        }
    }
}
