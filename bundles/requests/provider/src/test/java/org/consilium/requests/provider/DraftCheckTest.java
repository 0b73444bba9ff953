package org.consilium.requests.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.RouteDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                " anna@example.org ",
                "a.b+c@sub.example.co",
                "анна@почта.рф",
                "a@xn--80a1acny.xn--p1ai",
                "o'brien@example.org",
                "1@2.ru",
                "a_b-c@example-mail.ru"
            })
    @Proves({"S065"})
    void addressesThatMayExistAreTaken(String email) {
        assertEquals(List.of(), withEmail(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna@",
                "@example.org",
                "anna@example",
                "anna@@example.org",
                "anna@exam ple.org",
                "a b@example.org",
                "anna@example.org, b@example.org",
                "anna@-example.org",
                "anna@example..org",
                "Анна <anna@example.org>",
                "a@b.c\u0000\n;x"
            })
    @Proves({"S065"})
    void whatCannotBeAnAddressIsRefused(String email) {
        assertEquals(List.of(new FieldProblem("email", "format")), withEmail(email));
    }

    @Test
    void aVeryLongAddressIsRefusedQuickly() {
        assertEquals(List.of(new FieldProblem("email", "too-long")), withEmail("a".repeat(250) + "@example.org"));
        assertEquals(List.of(new FieldProblem("email", "format")), withEmail("a@" + "a".repeat(240) + "@"));
        assertEquals(List.of(new FieldProblem("email", "format")), withEmail("a@" + "a-".repeat(120) + "@"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+7 (912) 345-67-89", "8-800-555-35-35", "112233", "+49 30 901820"})
    void telephonesAreTakenAsPeopleWriteThem(String phone) {
        assertEquals(List.of(), withPhone(phone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "+7 912 345-67-89 доб. 5", "мамин", "1234567890123456", "++7912345678"})
    void whatCannotBeDialledIsRefused(String phone) {
        assertEquals(List.of(new FieldProblem("phone", "format")), withPhone(phone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10", "1900-01-01", "2024-02-29"})
    void birthDatesUpToTodayAreTaken(String date) {
        assertEquals(List.of(), withBirthDate(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-11", "1899-12-31", "9999-12-31"})
    void birthDatesOutOfRangeAreRefused(String date) {
        assertEquals(List.of(new FieldProblem("represented/birthDate", "range")), withBirthDate(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.03.2020", "2023-02-29", "2020-13-01", "x", "+999999999-01-01-01"})
    void whatIsNoDateIsRefused(String date) {
        assertEquals(List.of(new FieldProblem("represented/birthDate", "format")), withBirthDate(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Иванов", "Римский-Корсаков", "О'Нил", "Кызы Али", "ибн-Сина", "Ёж", "D’Artagnan"})
    void namesOfManyKindsAreTaken(String surname) {
        Represented child = House.child(surname);
        assertEquals(List.of(), represented(child));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "-Иванов", "Иванов1", "<b>Иванов</b>", "Иванов@"})
    void whatIsNoNameIsRefused(String surname) {
        assertEquals(List.of(new FieldProblem("represented/surname", "format")), represented(House.child(surname)));
    }

    @Test
    void thePatientHimselfMustBeThereOnARepresentativesRoute() {
        assertEquals(List.of(new FieldProblem("represented", "required")), represented(null));
    }

    private static List<FieldProblem> withEmail(String email) {
        DraftContent content = new DraftContent(null, null, null, email, null, null, null, null, null, null);
        return problems(TestRoutes.PATIENT, content, DraftStep.PERSON);
    }

    private static List<FieldProblem> withPhone(String phone) {
        DraftContent content = new DraftContent(null, null, null, null, phone, null, null, null, null, null);
        return problems(TestRoutes.PATIENT, content, DraftStep.PERSON);
    }

    private static List<FieldProblem> withBirthDate(String date) {
        return represented(new Represented("Иванов", "Миша", null, date, "MALE", null, null, "мать"));
    }

    private static List<FieldProblem> represented(Represented child) {
        PersonSnapshot mother = new PersonSnapshot("p", "Иванова", "Анна", null, TODAY, null, null, null);
        DraftContent content =
                new DraftContent("p", mother, child, "a@example.org", null, null, null, null, null, null);
        return problems(TestRoutes.REPRESENTATIVE, content, DraftStep.CONSULTANT);
    }

    private static List<FieldProblem> problems(RouteDescription route, DraftContent content, String reached) {
        DraftSteps steps = DraftSteps.of(route, kind -> false);
        return DraftCheck.problems(route, steps, content, reached, TODAY, new FormAnswers());
    }
}
