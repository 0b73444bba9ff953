package org.consilium.requests.provider;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.kernel.Caller;
import org.consilium.registry.api.PatientDirectory;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery;

/** A registry in memory. */
final class TestRegistry implements PatientDirectory {
    final AtomicInteger lookUps = new AtomicInteger();
    private final Map<String, Person> persons = new ConcurrentHashMap<>();

    Person person(String id, String surname, String name, String patronymic) {
        return put(new Person(
                id,
                surname,
                name,
                patronymic,
                LocalDate.of(1980, 5, 17),
                Person.Sex.FEMALE,
                "11223344595",
                "2657020837000348",
                "4010 123456"));
    }

    Person put(Person person) {
        persons.put(person.id(), person);
        return person;
    }

    void remove(String id) {
        persons.remove(id);
    }

    @Override
    public List<Person> find(Caller caller, PersonQuery query) {
        return persons.values().stream()
                .filter(person -> query.value().equals(person.snils()))
                .toList();
    }

    @Override
    public Optional<Person> get(Caller caller, String personId) {
        lookUps.incrementAndGet();
        return Optional.ofNullable(persons.get(personId));
    }
}
