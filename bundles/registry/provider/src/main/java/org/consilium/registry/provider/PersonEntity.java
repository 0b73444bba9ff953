package org.consilium.registry.provider;

import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.registry.api.Identifiers;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery.Kind;

/** A person of the embedded index; identifiers stand in normal form, see {@link Identifiers}. */
@Entity
@Table(name = "registry_person")
class PersonEntity {
    @Id
    @Column(length = 64)
    String id;

    String surname;
    String name;
    String patronymic;

    @Column(name = "birth_date")
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    Person.Sex sex;

    String snils;
    String policy;
    String passport;

    protected PersonEntity() {}

    PersonEntity(String id) {
        this.id = id;
    }

    /** Takes the values of a checked person over. */
    void take(Person person) {
        surname = person.surname();
        name = person.name();
        patronymic = person.patronymic();
        birthDate = person.birthDate();
        sex = person.sex();
        snils = person.snils();
        policy = person.policy();
        passport = normal(person.passport());
    }

    boolean isEqualTo(Person person) {
        return Objects.equals(toPerson(), person);
    }

    Person toPerson() {
        return new Person(id, surname, name, patronymic, birthDate, sex, snils, policy, shown(passport));
    }

    private static String normal(String passport) {
        return passport == null
                ? null
                : Identifiers.normalise(Kind.PASSPORT, passport).orElseThrow();
    }

    private static String shown(String passport) {
        return passport == null ? null : Identifiers.display(Kind.PASSPORT, passport);
    }
}
