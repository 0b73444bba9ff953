package org.consilium.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.notifications.api.Mail;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
class DemoDatabaseTest {
    private final TestDatabase db;
    private final Ticking clock = new Ticking();
    private final DemoRepository repository;
    private final FakeDomains domains = new FakeDomains();
    private final DemoRules rules;

    DemoDatabaseTest(Engine engine) {
        db = TestDatabase.on(engine);
        repository = new DemoRepository(db.unit("demo"), TestDatabase.READY, clock);
        rules = new DemoRules(repository);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.1, ::1", " LOCALHOST ", "127.0.1.1"})
    void aLoopbackAddressAndAnEmptyDatabaseAreWanted(String addresses) {
        assertEquals(DemoRules.Verdict.ALLOWED, rules.judge(addresses, domains));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "",
                " ",
                "192.168.1.4",
                "127.0.0.1,0.0.0.0",
                "localhost.example.org",
                "127.0.0.1.example.org",
                ",",
                "128.0.0.1",
                "$[env:ADDRESS]"
            })
    void everyOtherAddressIsRefusedAlsoWithOwnDatabase(String addresses) {
        rules.judge("127.0.0.1", domains);
        assertRefused("loopback", rules.judge(addresses, domains));
    }

    @Test
    void anUnsetAddressMeansAllAndIsRefused() {
        assertRefused("loopback", rules.judge(null, domains));
        assertFalse(repository.holds(DemoRules.OWN_DATABASE));
    }

    @Test
    void aDatabaseInUseIsRefusedAndStaysUnmarked() {
        new SeedSteps(repository, 0).run(domains, domains, domains);
        assertRefused("in use", rules.judge("127.0.0.1", domains));
        assertRefused("in use", rules.judge("127.0.0.1", domains));
        assertFalse(repository.holds(DemoRules.OWN_DATABASE));
    }

    @Test
    void theDemosOwnDatabaseIsKnownAgainAlsoWhileIdentityIsAway() {
        assertTrue(rules.judge("127.0.0.1", domains).allowed());
        new SeedSteps(repository, 0).run(domains, domains, domains);
        assertTrue(rules.judge("127.0.0.1", domains).allowed());
        assertTrue(rules.judge("127.0.0.1", null).allowed());
    }

    @Test
    void nothingIsDecidedWhileItCannotBeToldWhoseTheDatabaseIs() {
        DemoRules.Verdict verdict = rules.judge("127.0.0.1", null);
        assertFalse(verdict.allowed());
        assertNull(verdict.refusal());
    }

    @Test
    void everythingIsMadeOnce() {
        SeedSteps steps = new SeedSteps(repository, 100);
        assertTrue(steps.run(domains, domains, domains));
        assertEquals(2, domains.organisations.size());
        assertEquals(DemoAccount.ALL.size(), domains.staff.size());
        assertEquals(9, domains.templates.size());
        assertEquals(100, domains.people.size());
        int calls = domains.calls;
        assertTrue(steps.run(domains, domains, domains));
        assertTrue(new SeedSteps(repository, 100).run(null, null, null));
        assertEquals(calls, domains.calls);
        assertTrue(new SeedSteps(repository, 150).run(domains, domains, domains));
        assertEquals(150, domains.people.size());
        assertEquals(calls + 1, domains.calls);
    }

    @Test
    void partsFollowWhenTheirDomainArrives() {
        SeedSteps steps = new SeedSteps(repository, 10);
        assertFalse(steps.run(null, null, domains));
        assertEquals(0, domains.calls);
        assertFalse(steps.run(null, domains, domains));
        assertEquals(10, domains.people.size());
        assertFalse(steps.run(domains, domains, null));
        assertFalse(domains.staff.isEmpty());
        assertTrue(domains.templates.isEmpty());
        assertTrue(steps.run(domains, domains, domains));
        assertFalse(domains.templates.isEmpty());
    }

    @Test
    void aPartThatBrokeOffIsFinishedByTheNextRun() {
        UUID organisation = SeedSteps.id("organisation", DemoAccount.ORGANISATIONS.get(0));
        domains.createOrganisation(Caller.system("demo"), organisation, DemoAccount.ORGANISATIONS.get(0));
        domains.logins.put("belov", UUID.randomUUID());
        SeedSteps steps = new SeedSteps(repository, 10);
        assertNotNull(org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> steps.run(domains, domains, domains)));
        domains.logins.remove("belov");
        assertTrue(steps.run(domains, domains, domains));
        assertEquals(DemoAccount.ALL.size(), domains.staff.size());
    }

    @Test
    void mailsAreKeptOnceTheNewestFirst() {
        Mail first = mail("first", null);
        Mail second = mail("second", "BEGIN:VCALENDAR");
        DemoMailTransport transport = new DemoMailTransport(new DemoOpen(), repository, TestConfig.of(10, 3));
        transport.send(first);
        transport.send(second);
        transport.send(first);
        assertEquals(List.of(second, first), kept());
        assertEquals(second, repository.mail(second.id()).orElseThrow().mail());
        assertTrue(repository.mail(UUID.randomUUID()).isEmpty());
    }

    @Test
    void onlyTheNewestMailsAreKept() {
        DemoMailTransport transport = new DemoMailTransport(new DemoOpen(), repository, TestConfig.of(10, 3));
        List<Mail> sent = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> mail("m" + i, null))
                .toList();
        sent.forEach(transport::send);
        assertEquals(List.of(sent.get(7), sent.get(6), sent.get(5)), kept());
    }

    @Test
    void aLongMailIsKeptWhole() {
        Mail mail = new Mail(Uuid7.next(), "a@b.ru", "Тема", "Строка\n".repeat(10_000), "X".repeat(100_000));
        repository.keep(mail, 3);
        assertEquals(List.of(mail), kept());
    }

    private List<Mail> kept() {
        return repository.mails().stream().map(StoredMail::mail).toList();
    }

    private static Mail mail(String subject, String calendar) {
        return new Mail(Uuid7.next(), "patient@example.org", subject, "Здравствуйте", calendar);
    }

    private static void assertRefused(String word, DemoRules.Verdict verdict) {
        assertFalse(verdict.allowed());
        assertTrue(verdict.refusal().contains(word), verdict.refusal());
    }

    /** Each look shows a later time. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
