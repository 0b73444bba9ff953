package org.consilium.registry.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.kernel.FieldProblem;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery.Kind;

/** Checks one person of an import and brings the values into the form in which they are kept. */
final class PersonCheck {
    private static final int MAX_ID = 64;
    private static final int MAX_NAME = 100;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);

    private final List<FieldProblem> problems = new ArrayList<>();
    private final Person normal;

    PersonCheck(Person given, LocalDate today) {
        normal = new Person(
                text("id", given.id(), MAX_ID, true),
                text("surname", given.surname(), MAX_NAME, true),
                text("name", given.name(), MAX_NAME, true),
                text("patronymic", given.patronymic(), MAX_NAME, false),
                birthDate(given.birthDate(), today),
                present("sex", given.sex()),
                identifier("snils", Kind.SNILS, given.snils()),
                identifier("policy", Kind.POLICY, given.policy()),
                passport(given.passport()));
    }

    List<FieldProblem> problems() {
        return problems;
    }

    /** The person as kept; only when there are no problems. */
    Person normal() {
        return normal;
    }

    private String text(String field, String value, int max, boolean required) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            if (required) {
                problems.add(new FieldProblem(field, "required"));
            }
            return null;
        }
        if (text.length() > max) {
            problems.add(new FieldProblem(field, "too-long"));
            return null;
        }
        return text;
    }

    private <T> T present(String field, T value) {
        if (value == null) {
            problems.add(new FieldProblem(field, "required"));
        }
        return value;
    }

    private LocalDate birthDate(LocalDate value, LocalDate today) {
        LocalDate date = present("birthDate", value);
        if (date != null && (date.isBefore(EARLIEST_BIRTH) || date.isAfter(today))) {
            problems.add(new FieldProblem("birthDate", "range"));
        }
        return date;
    }

    private String identifier(String field, Kind kind, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Optional<String> form = Identifiers.normalise(kind, value);
        if (form.isEmpty()) {
            problems.add(new FieldProblem(field, "format"));
        }
        return form.orElse(null);
    }

    private String passport(String value) {
        String form = identifier("passport", Kind.PASSPORT, value);
        return form == null ? null : Identifiers.display(Kind.PASSPORT, form);
    }
}
