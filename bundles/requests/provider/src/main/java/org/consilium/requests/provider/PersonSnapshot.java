package org.consilium.requests.provider;

import java.time.LocalDate;
import org.consilium.registry.api.Person;

/** A person as the registry knew him when the request was filed. */
public record PersonSnapshot(
        String personId,
        String surname,
        String name,
        String patronymic,
        LocalDate birthDate,
        Person.Sex sex,
        String snils,
        String policy) {
    static PersonSnapshot of(Person person) {
        return new PersonSnapshot(
                person.id(),
                person.surname(),
                person.name(),
                person.patronymic(),
                person.birthDate(),
                person.sex(),
                person.snils(),
                person.policy());
    }

    PersonName fullName() {
        return new PersonName(surname, name, patronymic);
    }
}
