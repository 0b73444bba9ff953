package org.consilium.requests.provider.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.consilium.routes.api.AnswerProblem;
import org.consilium.routes.api.ConsultationRoute;
import org.consilium.routes.api.Finishing;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.Reason;
import org.consilium.routes.api.RouteAnswers;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;
import org.consilium.routes.api.RouteStage;
import org.consilium.routes.api.RouteStep;
import org.consilium.routes.api.Term;
import org.consilium.routes.api.Urgency;

/**
 * Tries a route out as a whole, in a vendor's build and on the console: the rules of a description, texts in both languages, answerable
 * forms, ways to finish that can be taken, titles without anything of a patient, and for a Java route that its code answers in time, the same
 * for the same input, and touches nothing. No finding means that nothing was found, not that nothing is wrong.
 */
public final class RouteTestKit {
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    /** Something that is filled in later, or a code of a diagnosis. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[{}<>$]|%[sd]|\\b[A-TV-Z][0-9]{2}(\\.[0-9]{1,2})?\\b");
    /** What a route never touches: database, mail, network, files, processes, chance and the framework. */
    private static final List<String> UNTOUCHED = List.of(
            "java/sql/",
            "javax/sql/",
            "javax/persistence/",
            "javax/mail/",
            "java/net/",
            "java/nio/file/",
            "java/nio/channels/",
            "java/io/File",
            "java/io/RandomAccessFile",
            "java/lang/Process",
            "java/lang/Runtime",
            "java/lang/Thread",
            "java/util/concurrent/",
            "java/util/Random",
            "java/security/SecureRandom",
            "java/time/Clock",
            "org/osgi/framework/");

    private static final int AT_ONCE = 4;
    private static final String NO_ANSWER = ": no answer within " + RouteCalls.LIMIT.toSeconds() + " s";

    private final List<String> findings = new ArrayList<>();
    private final RouteDescription route;

    private RouteTestKit(RouteDescription route) {
        this.route = route;
    }

    /** Tries a file. @return what was found, each with its place; empty when nothing was */
    public static List<String> findings(byte[] file) {
        try {
            return findings(new RouteFile().read(new ByteArrayInputStream(file), ""));
        } catch (FaultyRouteException e) {
            return List.of(e.refused().cause().split("; "));
        }
    }

    /** Tries a description. @return what was found, each with its place; empty when nothing was */
    public static List<String> findings(RouteDescription route) {
        List<String> problems = RouteCheck.problems(route);
        if (!problems.isEmpty()) {
            return problems;
        }
        RouteTestKit kit = new RouteTestKit(RouteCheck.withDefaults(route));
        kit.description();
        return List.copyOf(kit.findings);
    }

    /** Tries a route with code. @return what was found, each with its place; empty when nothing was */
    public static List<String> findings(ConsultationRoute code) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "consilium-route-test");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<String> findings = new ArrayList<>();
            RouteDescription described = (RouteDescription)
                    call(threads, "describe", code::describe, 1, findings::add).get(0);
            if (described == null) {
                return findings.isEmpty() ? List.of("describe: returned nothing") : findings;
            }
            findings.addAll(findings(described));
            if (findings.isEmpty()) {
                RouteTestKit kit = new RouteTestKit(RouteCheck.withDefaults(described));
                kit.code(code, described, threads);
                findings.addAll(kit.findings);
            }
            return List.copyOf(findings);
        } finally {
            threads.shutdownNow();
        }
    }

    private void description() {
        texts("", RouteJson.tree(route));
        title("title", route.title());
        title("tab", route.tab());
        for (Profile profile : route.profiles()) {
            title("profiles/" + profile.code(), profile.title());
        }
        for (RouteStage stage : route.stages()) {
            title("stages/" + stage.id(), stage.title());
        }
        for (RouteStep step : route.stepsOrUsual()) {
            answerable("steps/" + step.id(), step.form());
        }
        answerable("conclusion", route.conclusion());
        answerable("questionnaire", route.questionnaire());
        for (Finishing way : route.finishingOrUsual()) {
            boolean possible =
                    switch (way) {
                        case SIGNED -> route.conclusion() != null;
                        case UPLOADED -> true;
                        case WITHOUT -> !route.reasons().isEmpty();
                    };
            if (!possible) {
                findings.add("finishing: " + way + " cannot be taken: "
                        + (way == Finishing.SIGNED ? "there is no conclusion" : "there are no reasons"));
            }
        }
        route.reasons().stream()
                .map(Reason::title)
                .filter(title -> PLACEHOLDER.matcher(title.ru() + title.en()).find())
                .forEach(title -> findings.add("reasons: a placeholder or a code of a diagnosis: " + title.ru()));
    }

    /** Every text in two languages is in these two. */
    private void texts(String place, JsonNode node) {
        if (node.isObject()
                && node.size() == 2
                && node.path("ru").isTextual()
                && node.path("en").isTextual()) {
            if (CYRILLIC.matcher(node.path("en").asText()).find()) {
                findings.add(place + "/en: is not English");
            }
            return;
        }
        int index = 0;
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            texts(place.isEmpty() ? name : place + "/" + name, node.path(name));
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                texts(place + "/" + index++, item);
            }
        }
    }

    private void title(String place, LocalText title) {
        if (title == null) {
            return;
        }
        for (String text : List.of(title.ru(), title.en())) {
            if (PLACEHOLDER.matcher(text).find()) {
                findings.add(
                        place + ": a placeholder or a code of a diagnosis, a title says nothing of a patient: " + text);
            }
        }
    }

    private void answerable(String place, RouteForm form) {
        if (form != null && SampleAnswers.of(form).isEmpty()) {
            findings.add(place + ": no answers were found that satisfy its schema");
        }
    }

    private void code(ConsultationRoute code, RouteDescription described, ExecutorService threads) {
        ClassReferences.unwanted(code.getClass(), UNTOUCHED)
                .forEach(name -> findings.add("code: a route returns data and touches nothing, but it names " + name));
        same("describe", described, inTimes(threads, "describe", code::describe));
        for (RouteAnswers answers : inputs()) {
            if (findings.stream().anyMatch(finding -> finding.endsWith(NO_ANSWER))) {
                return; // the others would only wait as long
            }
            List<Object> checks = inTimes(threads, "check", () -> List.copyOf(code.check(answers)));
            same("check", checks.get(0), checks);
            if (checks.get(0) instanceof List<?> problems) {
                problems.forEach(problem -> problem((AnswerProblem) problem));
            }
            List<Object> plans = inTimes(threads, "plan", () -> RouteCalls.sound(described, code.plan(answers)));
            same("plan", plans.get(0), plans);
        }
    }

    private void problem(AnswerProblem problem) {
        boolean known = route.stepsOrUsual().stream().anyMatch(step -> Objects.equals(step.id(), problem.step()));
        if (!known) {
            once("check: names a step that is not there: " + problem.step());
        }
        if (problem.text() == null
                || problem.text().ru() == null
                || problem.text().en() == null) {
            once("check: a problem lacks its text in one language");
        }
    }

    private void same(String call, Object first, List<?> answers) {
        if (answers.stream().anyMatch(answer -> !Objects.equals(first, answer))) {
            once(call + ": does not answer the same for the same input");
        }
    }

    private void once(String finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** What a route may be asked: every profile and urgency, people of different ages, made-up answers and none. */
    private List<RouteAnswers> inputs() {
        Map<String, List<JsonNode>> samples = new HashMap<>();
        route.stepsOrUsual().stream()
                .filter(step -> step.form() != null)
                .forEach(step -> samples.put(step.id(), SampleAnswers.of(step.form())));
        List<Urgency> urgencies = new ArrayList<>();
        urgencies.add(null);
        route.terms().stream().map(Term::urgency).forEach(urgencies::add);
        List<RouteAnswers> inputs = new ArrayList<>();
        int variant = 0;
        for (Profile profile : route.profiles()) {
            for (Urgency urgency : urgencies) {
                for (Integer age : Arrays.asList(null, 0, 17, 18, 64, 101)) {
                    int chosen = variant++;
                    Map<String, String> forms = new HashMap<>();
                    samples.forEach((step, answers) ->
                            forms.put(step, answers.get(chosen % answers.size()).toString()));
                    String sex = age == null ? null : chosen % 2 == 0 ? "MALE" : "FEMALE";
                    inputs.add(new RouteAnswers(profile.code(), urgency, chosen % 7 == 0 ? Map.of() : forms, age, sex));
                }
            }
        }
        return inputs;
    }

    /** The answers of several calls at once; {@code null} for one that gave none. */
    private List<Object> inTimes(ExecutorService threads, String call, Callable<?> work) {
        return call(threads, call, work, AT_ONCE, this::once);
    }

    private static List<Object> call(
            ExecutorService threads, String call, Callable<?> work, int times, Consumer<String> findings) {
        List<Object> answers = new ArrayList<>();
        try {
            List<Callable<Object>> calls = Collections.nCopies(times, work::call);
            for (Future<Object> done : threads.invokeAll(calls, RouteCalls.LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                answers.add(answer(done, call, findings));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.accept(call + ": interrupted");
        }
        return answers;
    }

    private static Object answer(Future<?> done, String call, Consumer<String> findings) throws InterruptedException {
        try {
            return done.get();
        } catch (CancellationException e) {
            findings.accept(call + NO_ANSWER);
        } catch (ExecutionException e) {
            findings.accept(call + ": throws " + e.getCause());
        }
        return null;
    }
}
