package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RequestServiceImplTest {
    private final House house;
    private final Request request;

    RequestServiceImplTest(Engine engine) {
        house = new House(engine);
        request = house.request(house.filer, house.consultant, "Иванова");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void participantsTheOwnPatientAndThePlatformSeeTheCard() {
        for (Caller caller : List.of(
                House.as(house.filer),
                House.as(house.consultant),
                Caller.patient(Uuid7.next(), request.id()),
                Caller.system("test"))) {
            RequestCard card = house.service.card(caller, request.id());
            assertEquals(request.name(), card.name());
            assertEquals(LocalDate.of(1980, 5, 17), card.patientBirthDate());
            assertEquals(List.of("4595", "0348"), card.lastDigits());
            assertEquals("anna@example.org", card.email());
            assertEquals(Set.of(house.filer.id(), house.consultant.id()), card.staff());
            assertEquals(TestStaff.CLINIC, card.organisationId());
            assertEquals(RequestState.IN_WORK, card.state());
            assertEquals(request.visitStart(), card.visitStart());
            assertEquals(card, house.service.writable(caller, request.id()));
        }
    }

    @Test
    void othersDoNotLearnThatItExists() {
        UUID draft = house.draft(house.filer, House.PERSON);
        for (Caller caller : List.of(
                House.as(house.colleague),
                House.as(house.stranger),
                Caller.staff(Uuid7.next(), TestStaff.CLINIC, Set.of(Caller.OPERATOR), "О"),
                Caller.patient(Uuid7.next(), Uuid7.next()),
                // an account's id in a patient's caller opens nothing
                Caller.patient(house.filer.id(), Uuid7.next()))) {
            assertCode("requests.not-found", () -> house.service.card(caller, request.id()));
            assertCode("requests.not-found", () -> house.service.writable(caller, request.id()));
            assertTrue(house.service.cards(caller, List.of(request.id())).isEmpty());
        }
        assertCode("requests.not-found", () -> house.service.card(House.as(house.filer), draft));
        assertCode("requests.not-found", () -> house.service.card(Caller.system("test"), Uuid7.next()));
    }

    @Test
    void severalCardsLeaveOutWhatTheCallerMayNotSee() {
        Request second = house.request(house.filer, house.filer, "Вторая");
        List<UUID> all = List.of(request.id(), second.id(), second.id(), Uuid7.next());
        assertEquals(
                Set.of(request.id(), second.id()),
                house.service.cards(House.as(house.filer), all).keySet());
        assertEquals(
                Set.of(request.id()),
                house.service.cards(House.as(house.consultant), all).keySet());
        assertTrue(house.service.cards(House.as(house.filer), List.of()).isEmpty());
    }

    @Test
    void whatIsWritableCannotBeClosedBeforeTheWriteIsDone() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> house.requests.inTransaction(() -> {
            house.service.writable(House.as(house.filer), request.id());
            locked.countDown();
            try {
                assertTrue(mayCommit.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        }));
        assertTrue(locked.await(20, TimeUnit.SECONDS));
        CompletableFuture<Request> closing =
                CompletableFuture.supplyAsync(() -> house.closings.completeWithoutConclusion(
                        House.as(house.consultant), request.id(), new Completion("no-contact", null, 1)));
        Thread.sleep(300);
        assertFalse(closing.isDone());
        mayCommit.countDown();
        writer.get(20, TimeUnit.SECONDS);
        assertEquals(RequestState.EXECUTED, closing.get(20, TimeUnit.SECONDS).state());
        assertCode("requests.closed", () -> house.service.writable(House.as(house.filer), request.id()));
    }
}
