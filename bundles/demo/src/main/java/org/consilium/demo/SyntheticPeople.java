package org.consilium.demo;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.Person.Sex;

/**
 * Invented people for the registry: the {@link WellKnownPeople} first, then made ones. The same number makes the same people in each
 * run. Every identifier has the right check digits and belongs to one person; the ranges are such as are not given out (СНИЛС from
 * 900-000-000, passport series of 1991 to 1996), so that nobody real is hit.
 */
final class SyntheticPeople implements Iterable<Person> {
    private static final long SEED = 20_260_101;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1930, 1, 1);
    private static final LocalDate LAST_BIRTH = LocalDate.of(2025, 12, 31);
    private static final int AGE_OF_FIRST_PASSPORT = 14;
    private static final int TWINS_EVERY = 200;
    // Primes below 10^8 and 10^13: multiplying by a smaller number modulo a prime gives each index a number of its own.
    private static final long SNILS_RANGE = 99_999_989L;
    private static final long POLICY_RANGE = 9_999_999_999_971L;
    private static final long PASSPORT_RANGE = 5_999_993L;

    private final int count;

    /** @param count how many, the well-known ones included (these are always there) */
    SyntheticPeople(int count) {
        this.count = count;
    }

    @Override
    public Iterator<Person> iterator() {
        return new Iterator<>() {
            private final Random random = new Random(SEED);
            private int index;
            private Person previous;

            @Override
            public boolean hasNext() {
                return index < Math.max(count, WellKnownPeople.ALL.size());
            }

            @Override
            public Person next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                previous = index < WellKnownPeople.ALL.size() ? WellKnownPeople.ALL.get(index) : make();
                index++;
                return previous;
            }

            private Person make() {
                boolean twin = index % TWINS_EVERY == 0;
                Sex sex = twin ? previous.sex() : random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
                String surname = twin ? previous.surname() : RussianNames.surname(random, sex);
                String patronymic = twin ? previous.patronymic() : RussianNames.patronymic(random, sex);
                LocalDate birth = twin ? previous.birthDate() : birth();
                String name = RussianNames.name(random, sex);
                while (twin && name.equals(previous.name())) {
                    name = RussianNames.name(random, sex);
                }
                int gap = random.nextInt(100);
                boolean withPassport = !birth.plusYears(AGE_OF_FIRST_PASSPORT).isAfter(LAST_BIRTH);
                return new Person(
                        "demo-%05d".formatted(index),
                        surname,
                        name,
                        patronymic,
                        birth,
                        sex,
                        gap < 3 ? null : snils(),
                        gap >= 97 ? null : gap >= 95 ? oldPolicy() : policy(),
                        withPassport ? passport() : null);
            }

            private LocalDate birth() {
                return FIRST_BIRTH.plusDays(random.nextInt((int) (LAST_BIRTH.toEpochDay() - FIRST_BIRTH.toEpochDay())));
            }

            private String snils() {
                String nine = Long.toString(900_000_000L + spread(48_271L, SNILS_RANGE));
                return nine + Identifiers.snilsCheckDigits(nine);
            }

            private String policy() {
                String fifteen = "78%013d".formatted(spread(63_641_362_237L, POLICY_RANGE));
                return fifteen + Identifiers.policyCheckDigit(fifteen);
            }

            private String oldPolicy() {
                return "78Б%07d".formatted(index);
            }

            private String passport() {
                long number = spread(104_729L, PASSPORT_RANGE);
                return "40%02d %06d".formatted(91 + number / 1_000_000, number % 1_000_000);
            }

            private long spread(long factor, long prime) {
                return index * factor % prime;
            }
        };
    }
}
