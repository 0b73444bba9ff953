package org.consilium.demo;

import java.time.LocalDate;
import java.util.List;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.Person.Sex;

/** The invented people whom the demo page, the README and the tests name. They never change. */
final class WellKnownPeople {
    /** Found by each of the three identifiers. */
    static final Person ANNA = new Person(
            "demo-anna",
            "Иванова",
            "Анна",
            "Петровна",
            LocalDate.of(1985, 3, 14),
            Sex.FEMALE,
            "11223344595",
            "2657020837000348",
            "4010 123456");

    /** A second one for the whole story, with a long name. */
    static final Person KONSTANTIN = new Person(
            "demo-konstantin",
            "Добровольский",
            "Константин",
            "Станиславович",
            LocalDate.of(1957, 11, 2),
            Sex.MALE,
            "16000148392",
            "5598718357093420",
            "4003 654321");

    /** A mother: the representative in the story of the represented patient. */
    static final Person MARIA = new Person(
            "demo-maria",
            "Кузнецова",
            "Мария",
            "Алексеевна",
            LocalDate.of(1991, 7, 30),
            Sex.FEMALE,
            "08765430300",
            policy("265702083700100"),
            "4011 246810");

    /** A child: no passport yet. */
    static final Person MISHA = new Person(
            "demo-misha",
            "Кузнецов",
            "Михаил",
            "Сергеевич",
            LocalDate.of(2021, 5, 9),
            Sex.MALE,
            snils("112233446"),
            policy("265702083700200"),
            null);

    /** Without СНИЛС, with a policy of the old kind. */
    static final Person ZINAIDA = new Person(
            "demo-zinaida",
            "Ёлкина",
            "Зинаида",
            "Фёдоровна",
            LocalDate.of(1936, 1, 25),
            Sex.FEMALE,
            null,
            "78А123456",
            "4002 135790");

    /** Known by the passport alone. */
    static final Person MIN =
            new Person("demo-min", "Ким", "Мин", null, LocalDate.of(1999, 12, 31), Sex.MALE, null, null, "4019 777888");

    /** Two records for one СНИЛС, as registries have them: sent by two organisations, with different passports. */
    static final Person ANDREI = new Person(
            "demo-andrei-1",
            "Соколов",
            "Андрей",
            "Викторович",
            LocalDate.of(1974, 8, 17),
            Sex.MALE,
            snils("112233447"),
            policy("265702083700300"),
            "4001 112233");

    static final Person ANDREI_AGAIN = new Person(
            "demo-andrei-2",
            "Соколов",
            "Андрей",
            "Викторович",
            LocalDate.of(1974, 8, 17),
            Sex.MALE,
            ANDREI.snils(),
            null,
            "4020 445566");

    static final List<Person> ALL = List.of(ANNA, KONSTANTIN, MARIA, MISHA, ZINAIDA, MIN, ANDREI, ANDREI_AGAIN);

    /** A СНИЛС with right check digits which nobody has. */
    static final String NOBODYS_SNILS = snils("112233448");

    /** Anna's СНИЛС with a slip in the last digit. */
    static final String WRONG_SNILS = "11223344594";

    private WellKnownPeople() {}

    private static String snils(String nineDigits) {
        return nineDigits + Identifiers.snilsCheckDigits(nineDigits);
    }

    private static String policy(String fifteenDigits) {
        return fifteenDigits + Identifiers.policyCheckDigit(fifteenDigits);
    }
}
