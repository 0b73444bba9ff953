package org.consilium.scheduling.provider;

import static org.consilium.scheduling.provider.House.at;
import static org.consilium.scheduling.provider.House.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.SlotTakenException;
import org.consilium.scheduling.api.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
@Proves("S071")
class DoubleBookingTest {
    private static final int RIVALS = 50;

    private final House house;
    private final ExecutorService threads = Executors.newFixedThreadPool(RIVALS);

    DoubleBookingTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        house.close();
    }

    @Test
    void ofFiftyRivalsForOneSlotExactlyOneWins() throws Exception {
        house.daily(house.doctor, "09:00", "10:00", 30, 5);
        List<NewVisit> wanted = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            wanted.add(visit(house.doctor, at("09:00")));
        }
        assertEquals(1, book(wanted).size());
        assertEquals(7 + 6, house.cells());
    }

    @Test
    void ofRivalsForOverlappingSlotsOfDifferentLengthNoTwoWin() throws Exception {
        house.daily(house.doctor, "09:00", "13:00", 60, 0);
        house.daily(house.doctor, "09:10", "13:00", 20, 5);
        house.daily(house.doctor, "09:05", "13:00", 35, 10);
        List<NewVisit> wanted = new ArrayList<>();
        Random random = new Random(1);
        List<Instant> starts =
                house.visits.freeSlots(house.doctor, house.doctor.id(), at("09:00"), at("13:00"), 0).stream()
                        .map(slot -> slot.start())
                        .toList();
        for (int i = 0; i < 4 * RIVALS; i++) {
            wanted.add(visit(house.doctor, starts.get(random.nextInt(starts.size()))));
        }
        assertDisjoint(book(wanted));
    }

    @Test
    void rivalsForDoctorsAndPatientsInEveryCombinationNeverWaitInACircle() throws Exception {
        List<Caller> doctors = List.of(house.doctor, house.colleague, house.stranger);
        doctors.forEach(doctor -> house.daily(doctor, "09:00", "12:00", 30, 0));
        house.daily(house.stranger, "09:15", "12:00", 30, 0);
        List<NewVisit> wanted = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < 6 * RIVALS; i++) {
            Instant start = at("09:00").plus(Duration.ofMinutes(30L * random.nextInt(6)));
            wanted.add(visit(Uuid7.next(), doctors.get(random.nextInt(3)), "person-" + random.nextInt(4), start));
        }
        List<Visit> booked = book(wanted);
        for (Caller doctor : doctors) {
            assertDisjoint(booked.stream()
                    .filter(visit -> visit.doctorId().equals(doctor.id()))
                    .toList());
        }
        for (int person = 0; person < 4; person++) {
            String key = "person-" + person;
            List<UUID> ids = wanted.stream()
                    .filter(visit -> visit.patientKey().equals(key))
                    .map(NewVisit::requestId)
                    .toList();
            assertDisjoint(booked.stream()
                    .filter(visit -> ids.contains(visit.requestId()))
                    .toList());
        }
    }

    @Test
    void oneRequestSubmittedManyTimesAtOnceHasOneVisit() throws Exception {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        NewVisit wanted = visit(house.doctor, at("09:00"));
        List<Future<Visit>> answers = race(Collections.nCopies(20, wanted));
        int successes = 0;
        for (Future<Visit> answer : answers) {
            try {
                assertEquals(wanted.requestId(), answer.get().requestId());
                successes++;
            } catch (ExecutionException e) {
                assertEquals(
                        "scheduling.changed-meanwhile",
                        assertInstanceOf(ConsiliumException.class, e.getCause()).code());
            }
        }
        assertFalse(successes == 0);
        assertEquals(12, house.cells());
        assertEquals(at("09:00"), house.visits.book(house.colleague, wanted).start());
    }

    @Test
    void aCircleOfBiggerTransactionsEndsAsATakenSlot() throws Exception {
        house.daily(house.doctor, "09:00", "10:00", 30, 0);
        house.daily(house.colleague, "09:00", "10:00", 30, 0);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<Future<Boolean>> answers = List.of(
                threads.submit(() -> bookBoth(house.doctor, house.colleague, bothHoldOne)),
                threads.submit(() -> bookBoth(house.colleague, house.doctor, bothHoldOne)));
        int successes = 0;
        for (Future<Boolean> answer : answers) {
            try {
                assertTrue(answer.get());
                successes++;
            } catch (ExecutionException e) {
                assertInstanceOf(SlotTakenException.class, e.getCause());
            }
        }
        // PostgreSQL chooses one victim; on H2 both may give up waiting
        assertTrue(successes == 1 || successes == 0 && house.db.engine() == Engine.H2);
        assertEquals(successes * 2 * 12, house.cells());
    }

    private boolean bookBoth(Caller first, Caller second, CyclicBarrier bothHoldOne) {
        house.jpa.tx(em -> {
            house.visits.book(house.colleague, visit(first, at("09:00")));
            try {
                bothHoldOne.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            house.visits.book(house.colleague, visit(second, at("09:00")));
        });
        return true;
    }

    /** The winners; every loser was told that the slot is taken. */
    private List<Visit> book(List<NewVisit> wanted) throws Exception {
        List<Visit> winners = new ArrayList<>();
        for (Future<Visit> answer : race(wanted)) {
            try {
                winners.add(answer.get());
            } catch (ExecutionException e) {
                assertInstanceOf(SlotTakenException.class, e.getCause());
            }
        }
        assertFalse(winners.isEmpty());
        return winners;
    }

    private List<Future<Visit>> race(List<NewVisit> wanted) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Visit>> answers = new ArrayList<>();
        for (NewVisit visit : wanted) {
            Callable<Visit> booking = () -> {
                start.await();
                return house.visits.book(house.colleague, visit);
            };
            answers.add(threads.submit(booking));
        }
        start.countDown();
        return answers;
    }

    private static void assertDisjoint(List<Visit> visits) {
        Spans spans = new Spans();
        for (Visit visit : visits) {
            Instant end = visit.start().plus(Duration.ofMinutes(visit.minutes()));
            assertFalse(spans.meet(visit.start(), end), visits::toString);
            spans.add(visit.start(), end);
        }
    }
}
