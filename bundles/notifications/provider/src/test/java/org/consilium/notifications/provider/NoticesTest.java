package org.consilium.notifications.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.conferencing.api.PatientAwaited;
import org.consilium.identity.api.LinkStatus;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.notifications.api.Mail;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class NoticesTest {
    private final Engine engine;
    private NotificationsFixture house;

    NoticesTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        house = new NotificationsFixture(engine);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    @Test
    @Proves("S061")
    void aBookedVisitIsMailedWithItsTimeDoctorAndLink() {
        house.submitted();
        house.worker.work();

        Mail mail = house.transport.sent.get(0);
        assertEquals(NotificationsFixture.ADDRESS, mail.to());
        assertEquals("Приём врача онлайн 12 декабря в 10:30", mail.subject());
        assertTrue(
                mail.text().contains("суббота, 12 декабря 2026 г., в 10:30 (часовой пояс: Москва, UTC+3)"),
                mail.text());
        assertTrue(mail.text().contains("Щербаков Пётр Ильич"));
        assertTrue(mail.text().contains("Городская больница № 1"));
        assertTrue(mail.text().contains("https://example.org/visit#token1"));
        assertTrue(mail.text().contains("103 или 112"));
        assertTrue(mail.calendar().contains("METHOD:PUBLISH"));
        assertEquals(1, house.transport.sent.size());
    }

    @Test
    void aRequestWithoutAVisitIsMailedWithItsLinkAndNoTimeAndNotReminded() {
        UUID id = house.requests.add(house.filer.id(), null, null, NotificationsFixture.ADDRESS);
        house.submit(id);
        house.worker.work();
        Mail filed = house.transport.sent.get(0);
        assertEquals("Онлайн-консультация врача", filed.subject());
        assertTrue(filed.text().contains("https://example.org/visit#token1"));
        assertNull(filed.calendar());
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofHours(1)));
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        house.requests.set(id, RequestState.CANCELLED);
        house.cancel(id);
        house.worker.work();
        assertEquals(
                "Онлайн-консультация врача отменена",
                house.transport.sent.get(1).subject());
    }

    @Test
    @Proves("S061")
    void noMailSpeaksOfThePatientOrTheIllness() {
        UUID id = house.submitted();
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofHours(24)));
        house.worker.work();
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofMinutes(15)));
        house.worker.work();
        house.requests.set(id, RequestState.CANCELLED);
        house.cancel(id);
        house.worker.work();

        assertEquals(4, house.transport.sent.size());
        for (Mail mail : house.transport.sent) {
            String all = (mail.subject() + mail.text() + mail.calendar()).toLowerCase();
            for (String secret : List.of("иванов", "анна", "онколог", "2026-000001", "1234", "1980", "{")) {
                assertFalse(all.contains(secret), () -> secret + " in " + all);
            }
            assertFalse(mail.calendar() != null && mail.calendar().contains("#token"));
        }
    }

    @Test
    @Proves("S061")
    void whenTheDoctorWaitsThePatientIsToldOnceAConference() {
        UUID id = house.submitted();
        house.worker.work();
        house.clock.set(NotificationsFixture.VISIT);
        UUID conference = UUID.randomUUID();
        MailOnPatientAwaited consumer =
                new MailOnPatientAwaited(house.repository, house.cards, house.mails, house.settings);
        consumer.handle(new PatientAwaited(id, conference));
        consumer.handle(new PatientAwaited(id, conference));
        house.worker.work();
        assertEquals(2, house.transport.sent.size());
        Mail mail = house.transport.sent.get(1);
        assertEquals("Врач ждёт вас на онлайн-приёме", mail.subject());
        assertTrue(mail.text().contains("https://example.org/visit#token2"), mail.text());
        assertNull(mail.calendar());
        for (String secret : List.of("иванов", "анна", "онколог", "2026-000001")) {
            assertFalse((mail.subject() + mail.text()).toLowerCase().contains(secret), secret);
        }
        consumer.handle(new PatientAwaited(id, UUID.randomUUID()));
        house.requests.set(id, RequestState.CANCELLED);
        consumer.handle(new PatientAwaited(id, UUID.randomUUID()));
        house.clock.set(NotificationsFixture.VISIT.plus(Duration.ofMinutes(31)));
        house.worker.work();
        assertEquals(2, house.transport.sent.size(), "no news any more");
    }

    @Test
    void aMovedVisitIsOneMailThatReplacesWhatWaitsAndItsReminders() {
        UUID id = house.submitted();
        Instant later = NotificationsFixture.VISIT.plus(Duration.ofDays(1));
        house.requests.move(id, later);
        house.moved(id, later);
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        Mail mail = house.transport.sent.get(0);
        assertTrue(mail.subject().startsWith("Изменён приём врача онлайн"));
        assertTrue(mail.text().contains("#token"));
        assertTrue(mail.calendar().contains("SEQUENCE:1"));
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofHours(24)));
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        house.clock.set(later.minus(Duration.ofHours(24)));
        house.worker.work();
        assertEquals(2, house.transport.sent.size());
        house.requests.set(id, RequestState.EXECUTED);
        house.moved(id, later);
        house.worker.work();
        assertEquals(2, house.transport.sent.size());
    }

    @Test
    void anEventThatComesTwiceMakesOneMailAndOneLink() {
        UUID id = house.submitted();
        house.submit(id);
        house.worker.work();
        house.submit(id);
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        assertEquals(1, house.identity.issued.size());
    }

    @Test
    void nothingIsMailedWithoutAnAddressOrForWhatIsOver() {
        house.submit(house.requests.add(house.filer.id(), house.consultant.id(), NotificationsFixture.VISIT, null));
        UUID closed = house.request();
        house.requests.set(closed, RequestState.CANCELLED);
        house.submit(closed);
        UUID past = house.requests.add(
                house.filer.id(),
                house.consultant.id(),
                house.clock.instant().minus(Duration.ofHours(1)),
                "a@example.org");
        house.submit(past);
        house.cancel(house.requests.add(house.filer.id(), house.consultant.id(), NotificationsFixture.VISIT, null));
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofMinutes(5)));
        house.worker.work();
        assertEquals(List.of(), house.transport.tried);
        assertEquals(List.of(), house.identity.issued);
    }

    @Test
    void anEventWaitsForItsNeighbours() {
        UUID id = house.request();
        house.mails.links = null;
        assertEquals(
                "platform.domain-away",
                assertThrows(ConsiliumException.class, () -> house.submit(id)).code());
        house.mails.links = house.identity;
        house.mails.staff = null;
        assertThrows(ConsiliumException.class, () -> house.submit(id));
        house.mails.staff = house.identity;
        house.cards.requests = null;
        assertThrows(ConsiliumException.class, () -> house.submit(id));
        house.cards.requests = house.requests;
        assertEquals(List.of(), house.repository.ofRequest(id));
        house.submit(id);
        assertEquals(1, house.repository.ofRequest(id).size());
    }

    @Test
    @Proves("S061")
    void thePatientIsRemindedADayAndAQuarterOfAnHourBefore() {
        house.submitted();
        house.worker.work();
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofHours(24)).minusMillis(1));
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        house.clock.advance(Duration.ofMillis(1));
        house.worker.work();
        house.worker.work();
        assertEquals(2, house.transport.sent.size());
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofMinutes(15)));
        house.worker.work();
        assertEquals(
                List.of(
                        "Приём врача онлайн 12 декабря в 10:30",
                        "Напоминание: приём врача онлайн 12 декабря в 10:30",
                        "Напоминание: приём врача онлайн 12 декабря в 10:30"),
                house.subjects());
        assertNull(house.transport.sent.get(1).calendar());
        assertTrue(house.transport.sent.get(1).text().contains("#token2"));
        house.clock.set(NotificationsFixture.VISIT.plus(Duration.ofDays(1)));
        house.worker.work();
        assertEquals(3, house.transport.sent.size());
    }

    @Test
    void afterARestOnlyTheLastReminderIsSentAndNoneTooLate() {
        house.submitted();
        house.worker.work();
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofMinutes(10)));
        house.worker.work();
        assertEquals(2, house.transport.sent.size());

        UUID other = house.requests.add(
                house.filer.id(),
                house.consultant.id(),
                NotificationsFixture.VISIT.plus(Duration.ofDays(3)),
                "b@example.org");
        house.submit(other);
        house.worker.work();
        house.clock.set(NotificationsFixture.VISIT.plus(Duration.ofDays(3)));
        house.worker.work();
        assertEquals(3, house.transport.sent.size());
    }

    @Test
    void remindersFollowTheRequest() {
        UUID executed = house.submitted();
        UUID moved = house.submitted();
        UUID deleted = house.submitted();
        UUID closed = house.submitted();
        house.worker.work();
        assertEquals(4, house.transport.sent.size());
        house.execute(executed);
        house.requests.move(moved, NotificationsFixture.VISIT.plus(Duration.ofDays(1)));
        house.requests.remove(deleted);
        house.requests.set(closed, RequestState.EXECUTED);
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofMinutes(15)));
        house.worker.work();
        assertEquals(4, house.transport.sent.size());
        assertTrue(house.repository.dueReminder(NotificationsFixture.VISIT).isEmpty());
    }

    @Test
    void aReminderWaitsForItsNeighboursAndHoldsUpNobody() {
        house.submitted();
        house.worker.work();
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofHours(24)));
        house.cards.requests = null;
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        house.cards.requests = house.requests;
        house.worker.work();
        assertEquals(1, house.transport.sent.size());
        house.clock.advance(Duration.ofMinutes(5));
        house.worker.work();
        assertEquals(2, house.transport.sent.size());
    }

    @Test
    void aLinkThatTheDoctorRevokedIsNotGivenAnew() {
        house.submitted();
        house.worker.work();
        for (LinkStatus.State state : List.of(LinkStatus.State.REVOKED, LinkStatus.State.LOCKED)) {
            house.identity.state = state;
            house.clock.set(NotificationsFixture.VISIT.minus(
                    state == LinkStatus.State.REVOKED ? Duration.ofHours(24) : Duration.ofMinutes(15)));
            house.worker.work();
            Mail last = house.transport.sent.get(house.transport.sent.size() - 1);
            assertFalse(last.text().contains("#token"));
            assertTrue(last.text().contains("по личной ссылке из прежнего письма"));
        }
        assertEquals(3, house.transport.sent.size());
        assertEquals(1, house.identity.issued.size());
    }

    @Test
    void aCancelledVisitIsMailedOnceAndWhatWaitsIsGivenUp() {
        UUID id = house.request();
        house.worker.transport = null;
        house.submit(id);
        house.requests.set(id, RequestState.CANCELLED);
        house.cancel(id);
        house.cancel(id);
        house.worker.transport = house.transport;
        house.clock.set(NotificationsFixture.VISIT.minus(Duration.ofMinutes(15)));
        house.worker.work();
        assertEquals(List.of("Отменён приём врача онлайн 12 декабря в 10:30"), house.subjects());
        assertTrue(house.transport.sent.get(0).calendar().contains("METHOD:CANCEL"));
        assertFalse(house.transport.sent.get(0).text().contains("#token"));
        assertEquals(
                List.of(MailState.FAILED, MailState.SENT),
                house.journal.ofRequest(house.filer, id).stream()
                        .map(JournalEntry::state)
                        .toList());
    }

    @Test
    void theJournalIsForTheStaffOfTheRequest() {
        UUID id = house.submitted();
        List<JournalEntry> queued = house.journal.ofRequest(house.consultant, id);
        assertEquals(
                List.of(new JournalEntry(NoticeKind.APPOINTMENT, house.clock.instant(), MailState.QUEUED, 0)), queued);
        house.clock.advance(Duration.ofSeconds(3));
        house.worker.work();
        assertEquals(
                List.of(new JournalEntry(NoticeKind.APPOINTMENT, house.clock.instant(), MailState.SENT, 1)),
                new NotificationsResource(house.journal).mailsOfRequest(house.filer, id));
        assertCode("requests.not-found", () -> house.journal.ofRequest(NotificationsFixture.doctor(), id));
        assertCode(
                "notifications.staff-only", () -> house.journal.ofRequest(Caller.patient(UUID.randomUUID(), id), id));
        house.cards.requests = null;
        assertCode("platform.domain-away", () -> house.journal.ofRequest(house.filer, id));
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }
}
