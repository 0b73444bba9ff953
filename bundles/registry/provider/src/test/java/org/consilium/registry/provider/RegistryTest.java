package org.consilium.registry.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.registry.api.ImportResult;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.Person.Sex;
import org.consilium.registry.api.PersonQuery;
import org.consilium.registry.api.PersonQuery.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RegistryTest {
    private static final Caller SYSTEM = Caller.system("test");
    private static final Caller DOCTOR = staff(Caller.DOCTOR);

    private static final Person ANNA =
            person("1", "Иванова", "Анна", "Петровна", "11223344595", "2657020837000348", "4010 123456");
    private static final Person TWIN_WITH_THE_SAME_SNILS =
            person("2", "Иванова", "Алла", "Петровна", "11223344595", null, null);
    private static final Person WITHOUT_PATRONYMIC = person("3", "Ли", "Мин", null, null, "78А123456", null);

    private final TestDatabase db;
    private final RecordingAudit audit = new RecordingAudit();
    private final PersonRepository repository;
    private final EmbeddedPatientDirectory directory;
    private final PersonImportImpl imports;

    RegistryTest(Engine engine) {
        db = TestDatabase.on(engine);
        repository = new PersonRepository(db.unit("registry"), TestDatabase.READY);
        directory = new EmbeddedPatientDirectory(config(5, 5), repository, audit, new CountingAttempts());
        imports = new PersonImportImpl(repository, audit);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @ParameterizedTest
    @CsvSource({"SNILS,112-233-445 95", "POLICY,2657 0208 3700 0348", "PASSPORT,40 10 № 123456", "PASSPORT,4010123456"})
    @Proves({"S050", "S051", "S052", "S053", "S054", "S057", "S089", "S091"})
    void anyOneIdentifierIsEnoughHoweverItIsTyped(Kind kind, String typed) {
        load(ANNA, WITHOUT_PATRONYMIC);
        assertEquals(List.of(ANNA), directory.find(DOCTOR, new PersonQuery(kind, typed)));
    }

    @Test
    @Proves({"S058"})
    void severalPersonsWithOneIdentifierAreAllShown() {
        load(ANNA, TWIN_WITH_THE_SAME_SNILS);
        assertEquals(List.of(TWIN_WITH_THE_SAME_SNILS, ANNA), search(Kind.SNILS, "11223344595"));
    }

    @Test
    @Proves({"S056"})
    void nobodyIsANormalOutcome() {
        load(ANNA);
        assertEquals(List.of(), search(Kind.SNILS, "160-001-483 92"));
        assertEquals(List.of(), search(Kind.POLICY, "78-А 123456"));
    }

    @Test
    void anOldPolicyIsFoundInEitherCase() {
        load(WITHOUT_PATRONYMIC);
        assertEquals(List.of(WITHOUT_PATRONYMIC), search(Kind.POLICY, "78-а № 123456"));
    }

    @Test
    void aWrongCheckDigitIsToldAndSearchedAllTheSame() {
        Person slip = person("9", "Петров", "Пётр", "Петрович", "11223344594", null, null);
        load(slip, ANNA);
        RegistryResource resource = new RegistryResource(directory);
        assertEquals(
                new SearchAnswer(List.of(slip), false),
                resource.search(DOCTOR, new PersonQuery(Kind.SNILS, "112-233-445 94")));
        assertEquals(
                new SearchAnswer(List.of(ANNA), true),
                resource.search(DOCTOR, new PersonQuery(Kind.SNILS, "112-233-445 95")));
        assertEquals(
                new SearchAnswer(List.of(), false),
                resource.search(DOCTOR, new PersonQuery(Kind.POLICY, "2657020837000349")));
    }

    @ParameterizedTest
    @CsvSource({
        "SNILS,'',value,required",
        "SNILS,,value,required",
        "SNILS,112-233,value,format",
        "POLICY,265702083700034,value,format",
        "PASSPORT,4010,value,format",
        ",11223344595,kind,required"
    })
    void malformedIdentifiersAreRefused(Kind kind, String typed, String field, String problem) {
        ConsiliumException refused =
                assertThrows(ConsiliumException.class, () -> directory.find(DOCTOR, new PersonQuery(kind, typed)));
        assertEquals("registry.invalid-identifier", refused.code());
        assertEquals(422, refused.status().http());
        assertEquals(
                List.of(new FieldProblem(field, problem)), refused.members().get("problems"));
        assertTrue(audit.entries.isEmpty());
    }

    @Test
    void nothingAtAllIsRefused() {
        assertEquals(
                "registry.invalid-identifier",
                assertThrows(ConsiliumException.class, () -> directory.find(DOCTOR, null))
                        .code());
    }

    @Test
    void onlyDoctorsAndTheSystemMayAsk() {
        load(ANNA);
        for (Caller caller : List.of(
                staff(Caller.SCHEDULER), staff(Caller.OPERATOR), staff(), Caller.patient(Uuid7.next(), Uuid7.next()))) {
            assertForbidden(() -> directory.find(caller, new PersonQuery(Kind.SNILS, "11223344595")));
            assertForbidden(() -> directory.get(caller, "1"));
        }
        assertEquals(Optional.of(ANNA), directory.get(DOCTOR, "1"));
        assertEquals(Optional.of(ANNA), directory.get(SYSTEM, "1"));
        assertEquals(List.of(ANNA), directory.find(SYSTEM, new PersonQuery(Kind.SNILS, "11223344595")));
    }

    @Test
    void everyLookUpIsAuditedWithoutTheIdentifier() {
        load(ANNA);
        audit.entries.clear();
        search(Kind.SNILS, "11223344595");
        search(Kind.PASSPORT, "4010 654321");
        directory.get(DOCTOR, "1");
        directory.get(DOCTOR, "nobody");
        assertEquals(
                List.of("registry.searched", "registry.searched", "registry.person-read", "registry.person-read"),
                audit.actions());
        assertEquals(
                List.of(
                        Map.of("kind", "SNILS", "hits", "1"),
                        Map.of("kind", "PASSPORT", "hits", "0"),
                        Map.of("person", "1", "hits", "1"),
                        Map.of("hits", "0")),
                audit.entries.stream().map(entry -> entry.details()).toList());
        assertEquals(DOCTOR.id(), audit.entries.get(0).callerId());
    }

    @Test
    void whoTriesOutNumbersIsSlowedDown() {
        Caller other = staff(Caller.DOCTOR);
        for (int i = 0; i < 5; i++) {
            directory.find(other, new PersonQuery(Kind.SNILS, "1122334459" + i));
            directory.get(other, "person" + i);
        }
        for (var action : List.<org.junit.jupiter.api.function.Executable>of(
                () -> directory.find(other, new PersonQuery(Kind.SNILS, "11223344599")),
                () -> directory.get(other, "x"))) {
            assertEquals(
                    "platform.too-many-attempts",
                    assertThrows(ConsiliumException.class, action).code());
        }
        assertEquals(List.of(), search(Kind.SNILS, "11223344599"));
    }

    @Test
    void anImportCanBeRunAgain() {
        assertEquals(new ImportResult(2, 0, 0, 0, List.of()), load(ANNA, WITHOUT_PATRONYMIC));
        assertEquals(new ImportResult(0, 0, 2, 0, List.of()), load(ANNA, WITHOUT_PATRONYMIC));
        Person married = person("1", "Смирнова", "Анна", "Петровна", "11223344595", "2657020837000348", "4010 123456");
        assertEquals(
                new ImportResult(1, 1, 1, 0, List.of()), load(married, WITHOUT_PATRONYMIC, TWIN_WITH_THE_SAME_SNILS));
        assertEquals(Optional.of(married), directory.get(SYSTEM, "1"));
        assertEquals(List.of("registry.imported", "registry.imported", "registry.person-read"), audit.actions());
    }

    @Test
    void theSamePersonTwiceInOneImportIsOnePerson() {
        Person later = person("1", "Смирнова", "Анна", "Петровна", "11223344595", null, null);
        assertEquals(new ImportResult(1, 1, 0, 0, List.of()), load(ANNA, later));
        assertEquals(Optional.of(later), directory.get(SYSTEM, "1"));
    }

    @Test
    void anImportKeepsIdentifiersAsTheyAreSearched() {
        load(person("1", " Иванова ", "Анна", " ", "112-233-445 95", "2657 0208 3700 0348", "40 10 123456"));
        Person kept = person("1", "Иванова", "Анна", null, "11223344595", "2657020837000348", "4010 123456");
        assertEquals(List.of(kept), search(Kind.SNILS, "11223344595"));
        assertEquals(List.of(kept), search(Kind.POLICY, "2657020837000348"));
        assertEquals(List.of(kept), search(Kind.PASSPORT, "4010 123456"));
    }

    @Test
    void whoCannotBeKeptIsNamedAndTheOthersAreTaken() {
        Person nobody = new Person(null, " ", null, null, null, null, null, null, null);
        Person wrong =
                new Person("4", "x".repeat(101), "Имя", null, LocalDate.now().plusDays(1), Sex.MALE, "1", "2", "3");
        ImportResult result = imports.importAll(
                SYSTEM, Arrays.asList(nobody, ANNA, null, wrong).iterator());
        assertEquals(1, result.added());
        assertEquals(3, result.rejected());
        assertEquals(
                List.of(
                        new ImportResult.Rejection(
                                0,
                                null,
                                problems(
                                        "id required",
                                        "surname required",
                                        "name required",
                                        "birthDate required",
                                        "sex required")),
                        new ImportResult.Rejection(2, null, problems(" required")),
                        new ImportResult.Rejection(
                                3,
                                "4",
                                problems(
                                        "surname too-long",
                                        "birthDate range",
                                        "snils format",
                                        "policy format",
                                        "passport format"))),
                result.rejections());
    }

    @Test
    void aLongImportGoesInBatches() {
        List<Person> many = new ArrayList<>();
        for (int i = 0; i < 2 * PersonImportImpl.BATCH + 1; i++) {
            many.add(person("p" + i, "Иванов", "Иван", "Иванович", "%011d".formatted(i), null, null));
        }
        assertEquals(
                many.size(),
                imports.importAll(staff(Caller.OPERATOR), many.iterator()).added());
        assertEquals(3, audit.entries.size());
        assertEquals(many.size(), imports.importAll(SYSTEM, many.iterator()).unchanged());
    }

    @Test
    void onlyOperatorsAndTheSystemImport() {
        for (Caller caller : List.of(DOCTOR, staff(Caller.SCHEDULER), Caller.patient(Uuid7.next(), Uuid7.next()))) {
            assertForbidden(() -> imports.importAll(caller, List.of(ANNA).iterator()));
        }
        assertFalse(directory.get(SYSTEM, "1").isPresent());
    }

    private ImportResult load(Person... persons) {
        return imports.importAll(SYSTEM, List.of(persons).iterator());
    }

    private List<Person> search(Kind kind, String value) {
        return directory.find(DOCTOR, new PersonQuery(kind, value));
    }

    private static void assertForbidden(org.junit.jupiter.api.function.Executable action) {
        ConsiliumException refused = assertThrows(ConsiliumException.class, action);
        assertEquals("registry.not-allowed", refused.code());
        assertEquals(403, refused.status().http());
    }

    private static List<FieldProblem> problems(String... problems) {
        return Arrays.stream(problems)
                .map(text -> text.split(" ", 2))
                .map(parts -> new FieldProblem(parts[0], parts[1]))
                .toList();
    }

    private static Person person(
            String id, String surname, String name, String patronymic, String snils, String policy, String passport) {
        return new Person(
                id, surname, name, patronymic, LocalDate.of(1985, 3, 14), Sex.FEMALE, snils, policy, passport);
    }

    private static Caller staff(String... roles) {
        return Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(roles), "Щербаков П. И.");
    }

    private static RegistryConfig config(int searches, int reads) {
        return new RegistryConfig() {
            @Override
            public int searchesPerMinute() {
                return searches;
            }

            @Override
            public int readsPerMinute() {
                return reads;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return RegistryConfig.class;
            }
        };
    }
}
