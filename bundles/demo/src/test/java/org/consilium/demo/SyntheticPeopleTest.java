package org.consilium.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.Person.Sex;
import org.consilium.registry.api.PersonQuery.Kind;
import org.junit.jupiter.api.Test;

class SyntheticPeopleTest {
    private static final List<Person> PEOPLE = all(10_000);

    @Test
    void thereAreAsManyAsAskedForAndTheWellKnownOnesAreAmongThem() {
        assertEquals(10_000, PEOPLE.size());
        assertTrue(PEOPLE.containsAll(WellKnownPeople.ALL));
        assertEquals(WellKnownPeople.ALL, all(0));
    }

    @Test
    void eachRunMakesTheSamePeopleAndMoreOnlyAddsToThem() {
        assertEquals(PEOPLE, all(10_000));
        assertEquals(PEOPLE, all(10_500).subList(0, 10_000));
    }

    @Test
    void everyIdentifierIsRight() {
        for (Person person : PEOPLE) {
            assertRight(Kind.SNILS, person.snils());
            assertRight(Kind.POLICY, person.policy());
            assertRight(Kind.PASSPORT, person.passport());
            assertTrue(person.snils() != null || person.policy() != null || person.passport() != null);
        }
    }

    @Test
    void madePeopleShareNoIdentifier() {
        List<Person> made = PEOPLE.subList(WellKnownPeople.ALL.size(), PEOPLE.size());
        for (Function<Person, String> part :
                List.<Function<Person, String>>of(Person::id, Person::snils, Person::policy, Person::passport)) {
            List<String> values =
                    made.stream().map(part).filter(Objects::nonNull).toList();
            Set<String> distinct = new HashSet<>(values);
            assertEquals(values.size(), distinct.size());
            WellKnownPeople.ALL.forEach(person -> assertTrue(!distinct.contains(String.valueOf(part.apply(person)))));
        }
    }

    @Test
    void someLackAnIdentifierAndSomeAreTwins() {
        assertBetween(100, 600, PEOPLE.stream().filter(p -> p.snils() == null).count());
        assertBetween(100, 600, PEOPLE.stream().filter(p -> p.policy() == null).count());
        assertBetween(
                500, 2_500, PEOPLE.stream().filter(p -> p.passport() == null).count());
        Person twin = PEOPLE.get(400);
        Person other = PEOPLE.get(399);
        assertEquals(
                other.surname() + other.patronymic() + other.birthDate(),
                twin.surname() + twin.patronymic() + twin.birthDate());
        assertNotEquals(other.name(), twin.name());
    }

    @Test
    void theWellKnownOnesShowWhatThePageSays() {
        assertEquals("11223344595", WellKnownPeople.ANNA.snils());
        assertEquals("2657020837000348", WellKnownPeople.ANNA.policy());
        assertEquals("16000148392", WellKnownPeople.KONSTANTIN.snils());
        assertEquals(WellKnownPeople.ANDREI.snils(), WellKnownPeople.ANDREI_AGAIN.snils());
        assertRight(Kind.SNILS, WellKnownPeople.NOBODYS_SNILS);
        assertTrue(PEOPLE.stream().noneMatch(p -> WellKnownPeople.NOBODYS_SNILS.equals(p.snils())));
        assertTrue(!Identifiers.hasRightCheckDigit(Kind.SNILS, WellKnownPeople.WRONG_SNILS));
    }

    @Test
    void namesAgreeWithTheSex() {
        assertEquals("Иванова", RussianNames.inGender("Иванов", Sex.FEMALE));
        assertEquals("Белинская", RussianNames.inGender("Белинский", Sex.FEMALE));
        assertEquals("Шевченко", RussianNames.inGender("Шевченко", Sex.FEMALE));
        assertEquals("Соловьёва", RussianNames.inGender("Соловьёв", Sex.FEMALE));
        assertEquals("Ильин", RussianNames.inGender("Ильин", Sex.MALE));
        for (Person person : PEOPLE) {
            if (person.patronymic() != null) {
                assertEquals(person.sex() == Sex.FEMALE, person.patronymic().endsWith("на"), person.id());
            }
        }
    }

    private static List<Person> all(int count) {
        List<Person> all = new ArrayList<>();
        new SyntheticPeople(count).forEach(all::add);
        return all;
    }

    private static void assertRight(Kind kind, String value) {
        if (value != null) {
            String normal = Identifiers.normalise(kind, value).orElseThrow();
            assertTrue(Identifiers.hasRightCheckDigit(kind, normal));
        }
    }

    private static void assertBetween(long low, long high, long actual) {
        assertTrue(low <= actual && actual <= high, "" + actual);
    }
}
