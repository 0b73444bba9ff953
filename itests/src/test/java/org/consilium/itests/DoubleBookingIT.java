package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Api.Answer;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.RouteFiles;
import org.consilium.itests.harness.Scale;
import org.consilium.itests.harness.Together;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many ask for the same time at the same moment, one gets it; the others are told so and lose nothing. */
class DoubleBookingIT {
    private static final int RIVALS = 50;
    /** How the demo's schedules are divided. */
    private static final Duration SLOT = Duration.ofMinutes(20);

    private static final String USUAL = "general.patient";
    /** Half as long again as the usual one, so that its visit goes on into the next slot. */
    private static final String LONGER = "itests.longer";

    private static final int LONG = 30;

    @Proves("S071")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyIsBookedTwice(Engine engine) throws IOException, InterruptedException, ExecutionException {
        try (EmbeddedPostgres postgres = engine == Engine.POSTGRESQL ? EmbeddedPostgres.start() : null;
                Distribution distribution = Distribution.unpack("double-booking-" + engine)) {
            if (postgres != null) {
                distribution.onPostgreSql(postgres.getJdbcUrl("postgres", "postgres"));
            }
            distribution.set("org.consilium.requests.cfg", "drafts.limit", "100000");
            RouteFiles.put(distribution, LONGER, "1.0.0", "Долгая консультация", LONG);
            distribution.start();
            Api doctor = Api.as(distribution, Demo.DOCTOR);
            RouteFiles.await(doctor, LONGER, "1.0.0");
            String consultant = Consultations.accountOf(Api.as(distribution, Demo.COLLEAGUE));
            for (int round = 1; round <= Scale.of(1, 20); round++) {
                Instant slot = Instant.parse(
                        Consultations.freeSlots(doctor, consultant, 20).get(0));
                race(doctor, consultant, slot, i -> new Wish(USUAL, slot));
                // All of these want the ten minutes after the second slot begins.
                Instant first = firstOfTwo(Consultations.freeSlots(doctor, consultant, 20, LONG));
                Instant second = first.plus(SLOT);
                List<Wish> wishes = List.of(new Wish(LONGER, first), new Wish(USUAL, second), new Wish(LONGER, second));
                race(doctor, consultant, second, i -> wishes.get(i % wishes.size()));
            }
        }
    }

    /** What one of the rivals asks for. */
    private record Wish(String route, Instant start) {}

    private static void race(Api doctor, String consultant, Instant contested, IntFunction<Wish> wish)
            throws InterruptedException, ExecutionException {
        List<String> drafts = IntStream.range(0, RIVALS)
                .mapToObj(i -> Consultations.draft(doctor, wish.apply(i).route(), person(i)))
                .toList();
        List<Answer> answers = Together.call(
                RIVALS,
                i -> Consultations.submit(
                        doctor, drafts.get(i), consultant, wish.apply(i).start().toString()));
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach(answer -> counts.merge(answer.status() + " " + answer.code(), 1, Integer::sum));
        assertEquals(Map.of("201 ", 1, "409 scheduling.slot-taken", RIVALS - 1), counts);

        int winner = answers.indexOf(answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow());
        assertEquals(List.of(drafts.get(winner)), booked(doctor, consultant, contested));
        for (int i = 0; i < RIVALS; i++) {
            Answer draft = doctor.get("/api/requests/drafts/" + drafts.get(i));
            assertEquals(
                    i == winner ? 404 : 200,
                    draft.status(),
                    "the draft of " + answers.get(i).status());
        }
        // what a loser typed is good for another time
        int loser = winner == 1 ? 4 : 1;
        Consultations.book(doctor, drafts.get(loser), consultant);
    }

    /** The requests whose visits touch the ten minutes that all the rivals wanted. */
    private static List<String> booked(Api doctor, String consultant, Instant from) {
        List<String> requests = new ArrayList<>();
        doctor.get("/api/scheduling/calendar?doctor=" + consultant + "&from=" + from + "&to="
                        + from.plus(Duration.ofMinutes(10)))
                .ok()
                .path("visits")
                .forEach(visit -> requests.add(visit.path("requestId").asText()));
        return requests;
    }

    /** The first of two slots that follow one another. */
    private static Instant firstOfTwo(List<String> free) {
        Set<Instant> starts = free.stream().map(Instant::parse).collect(Collectors.toSet());
        return starts.stream()
                .filter(start -> starts.contains(start.plus(SLOT)))
                .findFirst()
                .orElseThrow();
    }

    /** One of the demo's many made people. */
    private static String person(int number) {
        return "demo-%05d".formatted(number + 1000);
    }
}
