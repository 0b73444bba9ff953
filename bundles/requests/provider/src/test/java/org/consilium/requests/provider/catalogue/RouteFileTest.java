package org.consilium.requests.provider.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.platform.testing.Proves;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.Finishing;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.Reason;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteStage;
import org.consilium.routes.api.RouteStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the published schema agree: what editors accept is taken, what they mark is refused. */
class RouteFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();
    private static final String GOOD =
            """
        {
          "$schema": "route.schema.json",
          "id": "clinic.second-opinion",
          "version": "1.0.0",
          "title": {"ru": "Второе мнение", "en": "Second opinion"},
          "audience": "PATIENT",
          "profiles": [{"code": "97", "title": {"ru": "Терапия", "en": "General medicine"}}],
          "visitMinutes": 20,
          "reasons": [{"code": "other", "title": {"ru": "Другое", "en": "Other"}, "textRequired": true}]
        }
        """;

    private final RouteFile files = new RouteFile();

    @Test
    void aGoodFileIsTaken() throws Exception {
        assertTrue(SCHEMA.validate(JSON.readTree(GOOD)).isEmpty());
        RouteDescription route = read(GOOD);
        assertEquals("clinic.second-opinion", route.id());
        assertEquals(RouteDescription.Consultants.OWN_ORGANISATION, route.consultants());
        assertEquals(List.of(), RouteCheck.problems(route));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("\"id\": \"clinic.second-opinion\"", "\"id\": \"Second Opinion\"", "id"),
                fault("\"id\": \"clinic.second-opinion\",", "", "id"),
                fault("\"version\": \"1.0.0\"", "\"version\": \"1.0\"", "version"),
                fault("\"version\": \"1.0.0\"", "\"version\": 1", "version"),
                fault(", \"en\": \"Second opinion\"", "", "title/en"),
                fault("\"ru\": \"Второе мнение\"", "\"ru\": \" \"", "title/ru"),
                fault("\"Второе мнение\"", "\"" + "я".repeat(301) + "\"", "title/ru"),
                fault("\"audience\": \"PATIENT\"", "\"audience\": \"NURSE\"", "audience"),
                fault("\"audience\": \"PATIENT\",", "", "audience"),
                fault(
                        "[{\"code\": \"97\", \"title\": {\"ru\": \"Терапия\", \"en\": \"General medicine\"}}]",
                        "[]",
                        "profiles"),
                fault("\"code\": \"97\"", "\"code\": \"девяносто семь\"", "profiles/0/code"),
                fault("\"visitMinutes\": 20", "\"visitMinutes\": 21", "visitMinutes"),
                fault("\"visitMinutes\": 20", "\"visitMinutes\": \"20\"", "visitMinutes"),
                fault("\"visitMinutes\": 20", "\"visitMinutes\": 20.5", "visitMinutes"),
                fault("\"visitMinutes\": 20,", "", "visitMinutes"),
                fault("\"visitMinutes\": 20", "\"visitMinutes\": 20, \"visitMinuts\": 30", "visitMinuts"),
                fault("\"visitMinutes\": 20", "\"visitMinutes\": 20, \"tab\": \"Общие\"", "tab"),
                fault("\"visitMinutes\": 20", "\"visitMinutes\": 20, \"notice\": {\"ru\": \"Внимание\"}", "notice"),
                fault(", \"textRequired\": true", "", "textRequired"),
                fault("\"code\": \"other\"", "\"code\": \"Other\"", "reasons/0/code"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void aFaultIsRefusedByBothAndNamed(String json, String place) throws Exception {
        assertFalse(SCHEMA.validate(JSON.readTree(json)).isEmpty(), "the schema takes it");
        String message =
                assertThrows(FaultyRouteException.class, () -> read(json)).getMessage();
        assertTrue(message.startsWith("clinic/route.json"), message);
        assertTrue(message.contains(place), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"id\": \"a.b\", \"id\": \"a.c\"}",
                "\"text\"",
                "{\"profiles\": [null]}"
            })
    void whatIsNoRouteIsRefused(String json) {
        assertThrows(FaultyRouteException.class, () -> read(json));
    }

    @Test
    void aSyntaxErrorIsFoundByItsLine() {
        String message = assertThrows(
                        FaultyRouteException.class, () -> read(GOOD.replace("\"audience\":", "\"audience\"")))
                .getMessage();
        assertTrue(message.startsWith("clinic/route.json:6:"), message);
    }

    @Test
    void aCodeStandsThereOnce() {
        String twice = GOOD.replace(
                "\"profiles\": [", "\"profiles\": [{\"code\": \"97\", \"title\": {\"ru\": \"Т\", \"en\": \"T\"}},");
        String message =
                assertThrows(FaultyRouteException.class, () -> read(twice)).getMessage();
        assertTrue(message.contains("profiles/1/code: stands there twice"), message);
    }

    @Test
    void anEndlessFileIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThrows(FaultyRouteException.class, () -> files.read(endless, "clinic/route.json"));
    }

    @Test
    @Proves({"S048", "S085", "S087", "S166"})
    void theBundledRoutesAreThoseOfTheManual() throws Exception {
        RouteDescription patient = bundled("patient");
        RouteDescription representative = bundled("representative");
        RouteDescription patientCovid = bundled("patient-covid");
        RouteDescription representativeCovid = bundled("representative-covid");
        assertEquals("Консультация пациента", patient.title().ru());
        assertEquals(
                "Консультация законного представителя пациента",
                representative.title().ru());
        assertEquals(
                "Консультация пациента с признаками или подтвержденным диагнозом COVID-19, ОРВИ, гриппа, внебольничной"
                        + " пневмонии",
                patientCovid.title().ru());
        assertEquals(
                "Консультация законного представителя пациента с признаками или подтвержденным диагнозом COVID-19,"
                        + " ОРВИ, гриппа, внебольничной пневмонии",
                representativeCovid.title().ru());
        assertTrue(patientCovid.notice().ru().startsWith("ВНИМАНИЕ! Для консультирования пациентов с подозрением"));
        assertTrue(patientCovid
                .notice()
                .ru()
                .contains("маршрут «" + patientCovid.title().ru() + "»"));
        assertTrue(representativeCovid
                .notice()
                .ru()
                .startsWith("ВНИМАНИЕ! Для консультирования законных представителей пациентов"));
        assertTrue(representativeCovid
                .notice()
                .ru()
                .contains("маршрут «" + representativeCovid.title().ru() + "»"));
        assertEquals(2, patientCovid.redFlags().size());
        for (RouteDescription route : List.of(patient, representative, patientCovid, representativeCovid)) {
            assertEquals(
                    route.id().startsWith("general.patient")
                            ? RouteDescription.Audience.PATIENT
                            : RouteDescription.Audience.REPRESENTATIVE,
                    route.audience());
            assertEquals(RouteDescription.Consultants.OWN_ORGANISATION, route.consultants());
            assertEquals(20, route.visitMinutes());
            assertTrue(route.profiles().size() > 2);
            assertTrue(route.profiles().stream().map(Profile::code).toList().contains("68"));
            assertEquals(
                    List.of(
                            "Пациент не вышел на связь",
                            "Недостаточно сведений для формирования заключения",
                            "Требуется очный приём",
                            "Технические неполадки",
                            "Отказ пациента от консультации",
                            "Заявка создана ошибочно",
                            "Другое"),
                    route.reasons().stream().map(reason -> reason.title().ru()).toList());
            assertEquals(
                    List.of("other"),
                    route.reasons().stream()
                            .filter(Reason::textRequired)
                            .map(Reason::code)
                            .toList());
        }
    }

    @Test
    void theBundledQuestionOfADoctorPassesACoordinatorAndAsksForNoPatient() throws Exception {
        RouteDescription route = bundled("doctor");
        assertEquals(RouteDescription.Audience.DOCTOR, route.audience());
        assertTrue(route.coordinated());
        assertEquals(
                List.of("coordination", "answer"),
                route.stages().stream().map(RouteStage::id).toList());
        assertEquals(3, route.terms().size());
        assertEquals(Set.of(Finishing.values()), route.finishingOrUsual());
        assertEquals(
                List.of(RouteStep.Kind.PROFILE, RouteStep.Kind.FORM, RouteStep.Kind.CONSULTANT),
                route.steps().stream().map(RouteStep::kind).toList());
    }

    static Stream<Arguments> faultsOfStages() {
        return Stream.of(
                Arguments.of(
                        "{\"kind\": \"PROFILE\"},",
                        "{\"kind\": \"PROFILE\"}, {\"kind\": \"PERSON\"},",
                        "PERSON: no patient"),
                Arguments.of(
                        "\"assignsConsultant\": true", "\"assignsConsultant\": false", "has to name the consultant"),
                Arguments.of(
                        "\"processor\": \"CONSULTANT\"",
                        "\"processor\": \"COORDINATOR\"",
                        "the last stage is the consultant's"),
                Arguments.of(
                        "\"whenAway\": \"UNAVAILABLE\"",
                        "\"whenAway\": \"LEAVE_OUT\"",
                        "CONSULTANT cannot be left out"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faultsOfStages")
    void aFaultInTheStagesIsNamed(String right, String wrong, String said) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/OSGI-INF/consilium/routes/doctor.json")) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(json.contains(right), right);
            String message = assertThrows(FaultyRouteException.class, () -> read(json.replace(right, wrong)))
                    .getMessage();
            assertTrue(message.contains(said), message);
        }
    }

    @Test
    void theTemplateThatVendorsCopyKeepsTheRules() throws Exception {
        Path template = Path.of(
                "../../routes/template/file/src/main/resources/OSGI-INF/consilium/routes/example-headache.json");
        try (InputStream file = Files.newInputStream(template)) {
            RouteDescription route = files.read(file, "template");
            assertEquals(Set.of(Finishing.values()), route.finishingOrUsual());
            assertTrue(route.asks(RouteStep.Kind.FORM));
            assertTrue(route.asks(RouteStep.Kind.DOCUMENTS));
            assertEquals(1, route.redFlags().size());
        }
    }

    static Stream<Arguments> faultsOfForms() {
        return Stream.of(
                Arguments.of("\"ui:title\"", "\"ui:help\"", "ui:title: the field has no label"),
                Arguments.of("\"required\": [\"pain\"]", "\"required\": [\"pains\"]", "there is no field pains"),
                Arguments.of("\"type\": \"boolean\"", "\"type\": \"boolean\", \"default\": true", "default"),
                Arguments.of("\"type\": \"boolean\"", "\"$ref\": \"https://example.org/x\"", "$ref"),
                Arguments.of(", \"en\": \"Pain\"", "", "en"),
                Arguments.of("{\"kind\": \"PERSON\"},", "", "PERSON is missing"),
                Arguments.of(
                        "{\"kind\": \"PERSON\"}",
                        "{\"kind\": \"PERSON\", \"whenAway\": \"LEAVE_OUT\"}",
                        "PERSON cannot be left out"),
                Arguments.of(", {\"kind\": \"SLOT\"}", "", "terms: is missing"),
                Arguments.of(
                        "{\"kind\": \"SLOT\"}",
                        "{\"kind\": \"SLOT\", \"whenAway\": \"LEAVE_OUT\"}",
                        "terms: is missing"),
                Arguments.of("\"id\": \"pain\",", "", "steps/1"),
                Arguments.of(
                        "\"ui\": {\"pain\"",
                        "\"ui\": {\"consilium:treatment\": [\"cure\"], \"pain\"",
                        "consilium:treatment: there is no field cure"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faultsOfForms")
    void aFaultInAFormIsNamed(String right, String wrong, String said) throws Exception {
        String form = GOOD.replace(
                "\"visitMinutes\": 20,",
                """
                "visitMinutes": 20,
                "steps": [{"kind": "PERSON"}, {"kind": "FORM", "id": "pain", "form": {
                  "schema": {"type": "object", "properties": {"pain": {"type": "boolean"}}, "required": ["pain"]},
                  "ui": {"pain": {"ui:title": {"ru": "Боль", "en": "Pain"}}}}},
                  {"kind": "CONTACT"}, {"kind": "CONSULTANT"}, {"kind": "SLOT"}],
                """);
        assertEquals(2, read(form).stepsOrUsual().indexOf(RouteStep.of(RouteStep.Kind.CONTACT)));
        assertTrue(form.contains(right), right);
        String message = assertThrows(FaultyRouteException.class, () -> read(form.replace(right, wrong)))
                .getMessage();
        assertTrue(message.contains(said), message);
    }

    static Stream<Arguments> faultsOfQuestionnaires() {
        return Stream.of(
                Arguments.of("\"required\": [\"pain\"], ", "", "redFlags/0/when: holds when nothing is answered"),
                Arguments.of(
                        "{\"const\": true}",
                        "{\"const\": true}, \"cough\": true",
                        "when/properties/cough: is not asked"),
                Arguments.of(
                        "{\"type\": \"boolean\"}",
                        "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {}}}",
                        "questionnaire/schema/properties/pain: no objects"),
                Arguments.of("\"ui:title\"", "\"ui:help\"", "questionnaire/ui/pain/ui:title"),
                Arguments.of("{\"ui:title\"", "{\"ui:widget\": \"icd10\", \"ui:title\"", "icd10 is for doctors"),
                Arguments.of("\"questionnaire\"", "\"conclusion\"", "questionnaire"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faultsOfQuestionnaires")
    void aFaultInAQuestionnaireIsNamed(String right, String wrong, String said) throws Exception {
        String route = GOOD.replace(
                "\"visitMinutes\": 20,",
                """
                "visitMinutes": 20,
                "questionnaire": {
                  "schema": {"type": "object", "properties": {"pain": {"type": "boolean"}}},
                  "ui": {"pain": {"ui:title": {"ru": "Боль", "en": "Pain"}}}},
                "redFlags": [{"title": {"ru": "Боль", "en": "Pain"},
                  "when": {"required": ["pain"], "properties": {"pain": {"const": true}}}}],
                """);
        assertEquals(1, read(route).redFlags().size());
        assertTrue(route.contains(right), right);
        String message = assertThrows(FaultyRouteException.class, () -> read(route.replace(right, wrong)))
                .getMessage();
        assertTrue(message.contains(said), message);
    }

    private RouteDescription bundled(String name) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/OSGI-INF/consilium/routes/" + name + ".json")) {
            assertNotNull(file, name);
            byte[] json = file.readAllBytes();
            JsonNode tree = JSON.readTree(json);
            assertTrue(
                    SCHEMA.validate(tree).isEmpty(), () -> SCHEMA.validate(tree).toString());
            return files.read(new ByteArrayInputStream(json), name);
        }
    }

    private RouteDescription read(String json) throws FaultyRouteException {
        return files.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "clinic/route.json");
    }

    private static Arguments fault(String right, String wrong, String place) {
        assertTrue(GOOD.contains(right), right);
        return Arguments.of(GOOD.replace(right, wrong), place);
    }

    private static JsonSchema schema() {
        try (InputStream in = ConsultationRoute.class.getResourceAsStream("route.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
