package org.consilium.registry.provider.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.consilium.registry.api.Person;
import org.junit.jupiter.api.Test;

class PersonCsvTest {
    @Test
    void readsColumnsInAnyOrderBothDatesAndBothWordsForASex() throws IOException {
        List<Person> persons = read(
                """
                surname;name;patronymic;id;sex;birthDate;snils;policy
                Иванова;Анна;Петровна;1;Ж;14.03.1985;112-233-445 95;2657020837000348
                "Иванов; младший";Пётр;;2;MALE;2001-12-31;;
                """,
                ';');
        assertEquals(
                new Person(
                        "1",
                        "Иванова",
                        "Анна",
                        "Петровна",
                        LocalDate.of(1985, 3, 14),
                        Person.Sex.FEMALE,
                        "112-233-445 95",
                        "2657020837000348",
                        null),
                persons.get(0));
        assertEquals("Иванов; младший", persons.get(1).surname());
        assertEquals(LocalDate.of(2001, 12, 31), persons.get(1).birthDate());
        assertEquals(Person.Sex.MALE, persons.get(1).sex());
    }

    @Test
    void whatCannotBeReadIsLeftEmpty() throws IOException {
        Person person = read("id,surname,name,birthDate,sex\n7,Ы,Ы,31.02.1985,?\n8,Ы\n", ',')
                .get(0);
        assertNull(person.birthDate());
        assertNull(person.sex());
        assertNull(read("id,surname,name,birthDate,sex\n8,Ы\n", ',').get(0).name());
    }

    @Test
    void aMissingColumnIsNamed() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> read("id,surname\n1,Ы\n", ';'));
        assertTrue(refused.getMessage().contains("birthDate, id, name, sex, surname"), refused.getMessage());
    }

    private static List<Person> read(String text, char delimiter) throws IOException {
        List<Person> persons = new ArrayList<>();
        new PersonCsv(new StringReader(text), delimiter).forEachRemaining(persons::add);
        return persons;
    }
}
