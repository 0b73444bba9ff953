package org.consilium.requests.provider.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import example.routes.HeadacheRoute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.consilium.requests.provider.forms.FormAnswers;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.RouteAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;
import org.consilium.routes.api.RoutePlan;
import org.consilium.routes.api.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTestKitTest {
    private static final Path TEMPLATE =
            Path.of("../../routes/template/file/src/main/resources/OSGI-INF/consilium/routes/example-headache.json");

    @ParameterizedTest
    @ValueSource(strings = {"patient", "patient-covid", "representative", "representative-covid"})
    void theBundledRoutesStandIt(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/OSGI-INF/consilium/routes/" + name + ".json")) {
            assertEquals(List.of(), RouteTestKit.findings(file.readAllBytes()));
        }
    }

    @Test
    void bothTemplatesStandIt() throws IOException {
        assertEquals(List.of(), RouteTestKit.findings(Files.readAllBytes(TEMPLATE)));
        assertEquals(List.of(), RouteTestKit.findings(new HeadacheRoute()));
    }

    static Stream<Arguments> faultsOfFiles() {
        return Stream.of(
                Arguments.of("\"version\": \"1", "\"version\": \"x", "version"),
                Arguments.of("A neurologist's consultation", "Консультация", "title/en: is not English"),
                Arguments.of("при головной боли", "при G44.2", "title: a placeholder"),
                Arguments.of("при головной боли", "для {patient}", "title: a placeholder"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfFiles")
    void aFaultOfAFileIsFound(String text, String faulty, String finding) throws IOException {
        String file = Files.readString(TEMPLATE);
        assertTrue(file.contains(text), text);
        List<String> findings = RouteTestKit.findings(
                file.replaceFirst(java.util.regex.Pattern.quote(text), faulty).getBytes(StandardCharsets.UTF_8));
        assertTrue(findings.stream().anyMatch(found -> found.startsWith(finding)), findings.toString());
    }

    @Test
    void aFormThatNobodyCanFillInIsFound() throws IOException {
        String file = Files.readString(TEMPLATE)
                .replace(
                        "\"required\": [\"since\", \"strength\"]",
                        "\"required\": [\"since\", \"strength\"], \"not\": {\"required\": [\"since\"]}");
        assertEquals(
                1,
                RouteTestKit.findings(file.getBytes(StandardCharsets.UTF_8)).stream()
                        .filter(found -> found.endsWith("no answers were found that satisfy its schema"))
                        .count());
    }

    static Stream<Arguments> faultsOfCode() {
        AtomicInteger calls = new AtomicInteger();
        return Stream.of(
                Arguments.of(
                        "plan: does not answer the same",
                        planning(answers -> new RoutePlan(null, calls.incrementAndGet(), null))),
                Arguments.of("plan: throws", planning(answers -> new RoutePlan(Urgency.EMERGENCY, null, null))),
                Arguments.of("plan: throws", planning(answers -> {
                    throw new IllegalStateException("a bug");
                })),
                Arguments.of("check: names a step", new Tried() {
                    @Override
                    public List<AnswerProblem> check(RouteAnswers answers) {
                        return List.of(new AnswerProblem("no-such-step", "", new LocalText("Текст", "Text")));
                    }
                }),
                Arguments.of("check: no answer within", new Tried() {
                    @Override
                    public List<AnswerProblem> check(RouteAnswers answers) {
                        while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                        return List.of();
                    }
                }),
                Arguments.of("code: a route returns data and touches nothing", new Tried()),
                Arguments.of("describe: throws", new Tried() {
                    @Override
                    public RouteDescription describe() {
                        throw new IllegalStateException("a bug");
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("faultsOfCode")
    void aFaultOfTheCodeIsFound(String finding, ConsultationRoute route) {
        List<String> findings = RouteTestKit.findings(route);
        assertTrue(findings.stream().anyMatch(found -> found.startsWith(finding)), findings.toString());
    }

    @Test
    void madeUpAnswersSatisfyTheirSchema() {
        RouteForm form = new RouteForm(
                """
                {"type": "object", "required": ["since", "how", "times", "drugs"], "additionalProperties": false, "properties": {
                  "since": {"type": "string", "format": "date"}, "how": {"enum": ["mild", "strong"]},
                  "times": {"type": "integer", "minimum": 1, "maximum": 5},
                  "drugs": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 3}},
                  "why": {"type": "string"}},
                 "if": {"properties": {"how": {"const": "strong"}}}, "then": {"required": ["why"]}}
                """,
                null);
        List<JsonNode> samples = SampleAnswers.of(form);
        assertEquals(6, samples.size());
        assertTrue(samples.stream().allMatch(sample -> new FormAnswers().satisfies(form.schema(), sample)));
    }

    private interface Planning {
        RoutePlan plan(RouteAnswers answers);
    }

    private static ConsultationRoute planning(Planning planning) {
        return new Tried() {
            @Override
            public RoutePlan plan(RouteAnswers answers) {
                return planning.plan(answers);
            }
        };
    }

    /** The template's description with other code. It lives in a package that names files, which no route may. */
    private static class Tried implements ConsultationRoute {
        @Override
        public RouteDescription describe() {
            return new HeadacheRoute().describe();
        }
    }
}
