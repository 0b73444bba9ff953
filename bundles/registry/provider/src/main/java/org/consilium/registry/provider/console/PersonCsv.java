package org.consilium.registry.provider.console;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.registry.api.Person;

/**
 * Persons out of a table (RFC 4180, the delimiter is given) whose first line names the columns: {@code id, surname, name, patronymic,
 * birthDate, sex, snils, policy, passport}, in any order. What cannot be read as a date or a sex is left empty, so that the import names
 * the field.
 */
final class PersonCsv implements Iterator<Person> {
    static final Set<String> OBLIGATORY = Set.of("id", "surname", "name", "birthDate", "sex");

    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "dd.MM.uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final Iterator<CSVRecord> records;

    /** @throws IllegalArgumentException when an obligatory column is missing */
    PersonCsv(Reader text, char delimiter) throws IOException {
        CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .build()
                .parse(text);
        List<String> missing = OBLIGATORY.stream()
                .filter(column -> !parser.getHeaderMap().containsKey(column))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The first line names no column " + String.join(", ", missing)
                    + "; is the delimiter right (--delimiter)?");
        }
        records = parser.iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Person next() {
        CSVRecord row = records.next();
        return new Person(
                cell(row, "id"),
                cell(row, "surname"),
                cell(row, "name"),
                cell(row, "patronymic"),
                date(cell(row, "birthDate")),
                sex(cell(row, "sex")),
                cell(row, "snils"),
                cell(row, "policy"),
                cell(row, "passport"));
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : null;
    }

    private static LocalDate date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text == null ? "" : text, format);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }

    private static Person.Sex sex(String text) {
        return switch (text == null ? "" : text.toUpperCase(Locale.ROOT)) {
            case "MALE", "M", "М", "МУЖСКОЙ", "1" -> Person.Sex.MALE;
            case "FEMALE", "F", "Ж", "ЖЕНСКИЙ", "2" -> Person.Sex.FEMALE;
            default -> null;
        };
    }
}
