package org.consilium.identity.provider;

import static org.consilium.identity.provider.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.LinkStatus.State;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides of a personal link: the doctors who issue it and the patient who opens it. */
@ParameterizedClass
@EnumSource(Engine.class)
class PersonalLinkTest {
    private static final LocalDate BIRTH = LocalDate.of(2019, 5, 17);
    private static final String HERE = "10.0.0.1";

    private final TestDatabase db;
    private final Staff staff;
    private final LinkRepository repository;
    private final RecordingLive live = new RecordingLive();
    private final Requests requests = new Requests();
    private final VisitLinksImpl links;
    private final VisitSessionService visits;
    private final StaffMember filer;
    private final StaffMember consultant;
    private final StaffMember stranger;
    private final UUID request = Uuid7.next();

    PersonalLinkTest(Engine engine) {
        db = TestDatabase.on(engine);
        JpaTemplate jpa = db.unit("identity");
        staff = new Staff(jpa);
        repository = new LinkRepository(jpa, TestDatabase.READY);
        links = new VisitLinksImpl(repository, staff.settings, staff.sessions, staff.audit, live, staff.clock);
        visits = visits(staff.settings);
        links.requests = requests;
        UUID hospital = staff.organisation("Областная больница");
        filer = staff.doctor("filer", "Щербаков", "Пётр", hospital);
        consultant = staff.doctor("consultant", "Орлова", "Вера", hospital, "therapy");
        stranger = staff.doctor("stranger", "Чужой", "Иван", hospital, "therapy");
        requests.add(request, filer.id(), consultant.id(), List.of("4567", "8901"));
        staff.audit.entries.clear();
    }

    @AfterEach
    void close() {
        db.close();
    }

    // ---- issuing

    @Test
    void theTokenIsInTheFragmentAndStoredHashed() throws SQLException {
        IssuedLink link = issue();
        assertEquals("/visit", link.url().getPath());
        assertNull(link.url().getQuery());
        assertTrue(token(link).matches("[A-Za-z0-9_-]{43}"));
        assertNull(link.validUntil());
        assertNotEquals(token(link), token(issue()));
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select token_hash from identity_link")) {
            while (rows.next()) {
                assertTrue(rows.getString(1).matches("[0-9a-f]{64}"));
                assertNotEquals(token(link), rows.getString(1));
            }
        }
        assertFalse(staff.audit.entries.toString().contains(token(link)));
    }

    @Test
    void participantsAndTheSystemIssueLinksNobodyElse() {
        links.issue(Staff.caller(filer), request);
        links.issue(Staff.caller(consultant), request);
        links.issue(Caller.system("notifications"), request);
        assertEquals(3, links.linksOf(request).size());

        refused(404, "requests.not-found", () -> links.issue(Staff.caller(stranger), request));
        refused(404, "requests.not-found", () -> links.status(Staff.caller(stranger), request));
        refused(404, "requests.not-found", () -> links.revokeAll(Staff.caller(stranger), request));
        Caller patient = Caller.patient(links.linksOf(request).get(0), request);
        refused(403, "identity.not-participant", () -> links.issue(patient, request));
        refused(403, "identity.not-participant", () -> links.status(patient, request));
        refused(403, "identity.not-participant", () -> links.revokeAll(patient, request));
        // an operator sees that the request is there, but takes no part in it
        Caller operator = Caller.staff(Uuid7.next(), null, Set.of(Caller.OPERATOR), "Оператор");
        refused(403, "identity.not-participant", () -> links.issue(operator, request));
        refused(404, "requests.not-found", () -> links.issue(Staff.caller(filer), UUID.randomUUID()));
        assertEquals(3, links.linksOf(request).size());
    }

    @Test
    void aFurtherLinkLeavesTheOthersWorking() {
        String first = token(issue());
        String second = token(issue());
        enter(first, BIRTH, "4567");
        enter(second, BIRTH, "8901");
    }

    @Test
    void firstLinksInParallelAreMadeOrAskedToTryAgain() throws Exception {
        List<Object> outcomes = Parallel.answers(6, () -> {
            try {
                return links.issue(Staff.caller(filer), request).id();
            } catch (ConsiliumException e) {
                return e.code();
            }
        });
        List<Object> refusals =
                outcomes.stream().filter(String.class::isInstance).toList();
        assertTrue(refusals.stream().allMatch("identity.changed-meanwhile"::equals), refusals.toString());
        assertEquals(outcomes.size() - refusals.size(), links.linksOf(request).size());
    }

    // ---- the check

    @Test
    void tellsWhatWillBeAsked() {
        assertTrue(visits.challenge(new LinkToken(token(issue())), HERE).needsLastFour());
        UUID bare = Uuid7.next();
        requests.add(bare, filer.id(), null, List.of());
        String token = token(links.issue(Staff.caller(filer), bare));
        assertFalse(visits.challenge(new LinkToken(" " + token + "\n"), HERE).needsLastFour());
    }

    @Test
    void unknownTokensAreNotFound() {
        issue();
        for (String token : new String[] {null, "", "x", "A".repeat(43), "' or '1'='1"}) {
            refused(404, "identity.link-unknown", () -> visits.challenge(new LinkToken(token), HERE));
            refused(404, "identity.link-unknown", () -> enter(token, BIRTH, "4567"));
        }
    }

    @Test
    void theRightAnswerShowsTheVisitAndOpensASession() {
        IssuedLink link = issue();
        VisitSessionService.Entered entered = enter(token(link), BIRTH, " 8901 ");
        VisitSession session = entered.session();
        assertEquals(request, session.requestId());
        assertEquals("Иванова Анна Петровна", session.patientName());
        assertEquals("Иванов Пётр Сергеевич", session.representativeName());
        assertEquals("2026-000123", session.number());
        assertEquals("Орлова Вера Ильич", session.consultantName());
        assertEquals("Врач-консультант", session.consultantPosition());
        assertEquals("Областная больница", session.organisationName());
        assertEquals(20, session.visitMinutes());
        assertFalse(session.closed());
        assertFalse(session.consent().given());
        assertEquals(IdentityConfig.NOTICE, session.notice());
        assertEquals("Europe/Moscow", session.region().timeZone());
        assertEquals(
                Caller.patient(link.id(), request),
                staff.sessions.find(entered.token()).orElseThrow());
        assertEquals(session, visits.session(Caller.patient(link.id(), request)));
    }

    @Test
    void openingDoesNotUseTheLinkUpAndEachOpeningIsInTheHistory() {
        String token = token(issue());
        for (int i = 0; i < 3; i++) {
            visits.challenge(new LinkToken(token), HERE);
            enter(token, BIRTH, "4567");
        }
        assertEquals(3, openings());
        assertTrue(staff.audit.about(request).stream()
                .filter(entry -> entry.action().equals("identity.link-opened"))
                .allMatch(entry -> entry.kind() == Caller.Kind.PATIENT));
    }

    @Test
    void anotherSessionOfTheSameBrowserEnds() {
        String token = token(issue());
        String first = enter(token, BIRTH, "4567").token();
        String second =
                visits.enter(new LinkAnswer(token, BIRTH, "4567"), HERE, first).token();
        assertTrue(staff.sessions.find(first).isEmpty());
        assertTrue(staff.sessions.find(second).isPresent());
    }

    @Test
    void bothAnswersMustBeRight() {
        String token = token(issue());
        ConsiliumException wrong = refused(401, "identity.link-check-failed", () -> enter(token, BIRTH, "0000"));
        assertEquals(4, wrong.members().get("attemptsLeft"));
        wrong = refused(401, "identity.link-check-failed", () -> enter(token, BIRTH.plusDays(1), "4567"));
        assertEquals(3, wrong.members().get("attemptsLeft"));
        assertTrue(staff.sessions.open.isEmpty());
        assertEquals(2, links.status(Staff.caller(filer), request).failedAttempts());
    }

    @Test
    void theDigitsAreAskedOnlyWhereTheRequestHasSome() {
        UUID bare = Uuid7.next();
        requests.add(bare, filer.id(), null, List.of());
        String token = token(links.issue(Staff.caller(filer), bare));
        VisitSession session = enter(token, BIRTH, null).session();
        assertNull(session.consultantName());
    }

    @Test
    void aForgottenFieldIsToldAndNotCounted() {
        String token = token(issue());
        for (String digits : new String[] {null, "", "456", "45678", "abcd"}) {
            refused(422, "identity.answer-incomplete", () -> enter(token, BIRTH, digits));
        }
        refused(422, "identity.answer-incomplete", () -> enter(token, null, "4567"));
        assertEquals(0, links.status(Staff.caller(filer), request).failedAttempts());
    }

    @Test
    void fiveWrongAnswersLockTheLinksUntilThereIsANewOne() {
        String token = token(issue());
        String older = token(issue());
        failTimes(token, 4);
        refused(410, "identity.link-locked", () -> enter(older, BIRTH, "0000"));
        for (String each : List.of(token, older)) {
            refused(410, "identity.link-locked", () -> enter(each, BIRTH, "4567"));
            refused(410, "identity.link-locked", () -> visits.challenge(new LinkToken(each), HERE));
        }
        LinkStatus status = links.status(Staff.caller(consultant), request);
        assertEquals(State.LOCKED, status.state());
        assertEquals(5, status.failedAttempts());
        assertTrue(staff.audit.actions().contains("identity.link-locked"));

        String fresh = token(issue());
        status = links.status(Staff.caller(consultant), request);
        assertEquals(State.ACTIVE, status.state());
        assertEquals(0, status.failedAttempts());
        enter(fresh, BIRTH, "4567");
        refused(410, "identity.link-locked", () -> enter(token, BIRTH, "4567"));
    }

    @Test
    void aSuccessGivesTheAttemptsBack() {
        String token = token(issue());
        failTimes(token, 4);
        enter(token, BIRTH, "4567");
        failTimes(token, 4);
        enter(token, BIRTH, "4567");
        assertEquals(8, links.status(Staff.caller(filer), request).failedAttempts());
    }

    @Test
    void parallelGuessesGetNoMoreThanFiveAttempts() throws Exception {
        String token = token(issue());
        List<String> codes = Parallel.answers(16, () -> {
            try {
                enter(token, BIRTH, "0000");
                return "entered";
            } catch (ConsiliumException e) {
                return e.code();
            }
        });
        assertEquals(
                4, codes.stream().filter("identity.link-check-failed"::equals).count());
        assertEquals(12, codes.stream().filter("identity.link-locked"::equals).count());
        assertEquals(5, links.status(Staff.caller(filer), request).failedAttempts());
    }

    @Test
    void anOpenSessionSurvivesTheGuessesOfOthers() {
        IssuedLink link = issue();
        enter(token(link), BIRTH, "4567");
        failTimes(token(link), 4);
        refused(410, "identity.link-locked", () -> enter(token(link), BIRTH, "0000"));
        visits.session(Caller.patient(link.id(), request));
    }

    @Test
    void oneAddressCannotTryForEver() {
        VisitSessionService strict = visits(Configured.with(Map.of("attemptsPerAddress", 3)));
        for (int i = 0; i < 3; i++) {
            refused(404, "identity.link-unknown", () -> strict.challenge(new LinkToken("x"), HERE));
        }
        refused(429, "platform.too-many-attempts", () -> strict.challenge(new LinkToken("x"), HERE));
        refused(429, "platform.too-many-attempts", () -> strict.enter(new LinkAnswer("x", BIRTH, "4567"), HERE, null));
    }

    // ---- its end

    @Test
    void revokingEndsLinksAndSessions() {
        IssuedLink link = issue();
        String session = enter(token(link), BIRTH, "4567").token();
        links.revokeAll(Staff.caller(consultant), request);
        assertTrue(staff.sessions.find(session).isEmpty());
        refused(410, "identity.link-revoked", () -> enter(token(link), BIRTH, "4567"));
        refused(410, "identity.link-revoked", () -> visits.challenge(new LinkToken(token(link)), HERE));
        refused(410, "identity.link-revoked", () -> visits.session(Caller.patient(link.id(), request)));
        assertEquals(State.REVOKED, links.status(Staff.caller(filer), request).state());
        assertTrue(staff.audit.actions().contains("identity.links-revoked"));
        enter(token(issue()), BIRTH, "4567");
    }

    @Test
    void revokingNothingDoesNothing() {
        links.revokeAll(Staff.caller(filer), request);
        assertEquals(State.NONE, links.status(Staff.caller(filer), request).state());
        assertTrue(staff.audit.entries.isEmpty());
    }

    @Test
    void afterTheEndItMayBeReadFor30Days() {
        IssuedLink link = issue();
        Instant closedAt = staff.clock.instant();
        requests.close(request, closedAt);
        assertEquals(closedAt.plus(Duration.ofDays(30)), issue().validUntil());
        staff.clock.advance(Duration.ofDays(29));
        assertTrue(enter(token(link), BIRTH, "4567").session().closed());
        assertEquals(State.ACTIVE, links.status(Staff.caller(filer), request).state());
        staff.clock.advance(Duration.ofDays(1));
        refused(410, "identity.link-expired", () -> enter(token(link), BIRTH, "4567"));
        refused(410, "identity.link-expired", () -> visits.challenge(new LinkToken(token(link)), HERE));
        refused(410, "identity.link-expired", () -> visits.session(Caller.patient(link.id(), request)));
        refused(
                410,
                "identity.link-expired",
                () -> visits.consent(Caller.patient(link.id(), request), new ConsentGiven("1")));
        assertEquals(State.EXPIRED, links.status(Staff.caller(filer), request).state());
        refused(409, "identity.reading-over", this::issue);
    }

    // ---- consent

    @Test
    void consentIsStoredWithVersionTextTimeAndMethod() throws SQLException {
        IssuedLink link = issue();
        Caller patient = Caller.patient(link.id(), request);
        enter(token(link), BIRTH, "4567");
        assertFalse(links.consented(request));
        assertNull(links.status(Staff.caller(filer), request).consentAt());
        Instant first = staff.clock.instant();
        assertTrue(visits.consent(patient, new ConsentGiven("1")).consent().given());
        staff.clock.advance(Duration.ofHours(1));
        assertTrue(visits.consent(patient, new ConsentGiven("1")).consent().given());
        assertTrue(links.consented(request));
        assertTrue(visits.session(patient).consent().given());
        assertEquals(first, links.status(Staff.caller(filer), request).consentAt());
        assertEquals(
                1,
                staff.audit.actions().stream()
                        .filter("identity.consent-given"::equals)
                        .count());
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select v.consent_version, v.consent_method, v.consent_link_id, t.consent_text"
                                + " from identity_visit v join identity_consent_text t on t.text_hash = v.consent_text_hash")) {
            assertTrue(rows.next());
            assertEquals("1", rows.getString(1));
            assertEquals("visit-page", rows.getString(2));
            assertEquals(link.id().toString(), rows.getString(3));
            assertEquals(IdentityConfig.CONSENT, rows.getString(4));
        }
    }

    @Test
    void anOutdatedTextCannotBeConsentedTo() {
        IssuedLink link = issue();
        Caller patient = Caller.patient(link.id(), request);
        for (String version : new String[] {"0", "", null}) {
            refused(409, "identity.consent-changed", () -> visits.consent(patient, new ConsentGiven(version)));
        }
        assertFalse(links.consented(request));
    }

    @Test
    void whoHasConsentedIsNotAskedAgainForANewText() {
        IssuedLink link = issue();
        Caller patient = Caller.patient(link.id(), request);
        visits.consent(patient, new ConsentGiven("1"));
        VisitSessionService later =
                visits(Configured.with(Map.of("consentVersion", "2", "consentText", "Новый текст")));
        Consent consent = later.session(patient).consent();
        assertTrue(consent.given());
        assertEquals("2", consent.version());
    }

    @Test
    void firstConsentsToOneTextInParallelAllCount() throws Exception {
        List<UUID> others = new ArrayList<>();
        List<Caller> patients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID other = Uuid7.next();
            requests.add(other, filer.id(), null, List.of());
            others.add(other);
            patients.add(Caller.patient(links.issue(Staff.caller(filer), other).id(), other));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<VisitSession>> answers = new ArrayList<>();
        patients.forEach(patient -> answers.add(threads.submit(() -> visits.consent(patient, new ConsentGiven("1")))));
        for (Future<VisitSession> answer : answers) {
            assertTrue(answer.get().consent().given());
        }
        threads.shutdown();
        assertTrue(others.stream().allMatch(links::consented));
    }

    // ---- rights, neighbours, hints

    @Test
    void thePatientsPageIsForPatients() {
        issue();
        refused(403, "identity.patient-only", () -> visits.session(Staff.caller(filer)));
        refused(403, "identity.patient-only", () -> visits.consent(Staff.caller(filer), new ConsentGiven("1")));
        refused(403, "identity.patient-only", () -> visits.leave(Staff.caller(filer), "x"));
        refused(404, "identity.link-unknown", () -> visits.session(Caller.patient(UUID.randomUUID(), request)));
    }

    @Test
    void leavingEndsTheSession() {
        IssuedLink link = issue();
        String session = enter(token(link), BIRTH, "4567").token();
        visits.leave(Caller.patient(link.id(), request), session);
        assertTrue(staff.sessions.find(session).isEmpty());
        enter(token(link), BIRTH, "4567");
    }

    @Test
    void withoutRequestsNothingIsDecided() {
        IssuedLink link = issue();
        Caller patient = Caller.patient(link.id(), request);
        visits.consent(patient, new ConsentGiven("1"));
        links.requests = null;
        visits.requests = null;
        refused(503, "platform.domain-away", this::issue);
        refused(503, "platform.domain-away", () -> links.status(Staff.caller(filer), request));
        refused(503, "platform.domain-away", () -> links.revokeAll(Staff.caller(filer), request));
        refused(503, "platform.domain-away", () -> visits.challenge(new LinkToken(token(link)), HERE));
        refused(503, "platform.domain-away", () -> enter(token(link), BIRTH, "0000"));
        refused(503, "platform.domain-away", () -> visits.session(patient));
        assertTrue(links.consented(request));
        links.requests = requests;
        assertEquals(0, links.status(Staff.caller(filer), request).failedAttempts());
    }

    @Test
    void theDoctorsAreToldOfOpeningLockAndConsent() {
        IssuedLink link = issue();
        live.sent.clear();
        enter(token(link), BIRTH, "4567");
        assertHinted();
        visits.consent(Caller.patient(link.id(), request), new ConsentGiven("1"));
        assertHinted();
        failTimes(token(link), 4);
        assertTrue(live.sent.isEmpty());
        refused(410, "identity.link-locked", () -> enter(token(link), BIRTH, "0000"));
        assertHinted();
    }

    @Test
    void whatIsLoggedOrAuditedNamesNobody() {
        IssuedLink link = issue();
        enter(token(link), BIRTH, "4567");
        refused(401, "identity.link-check-failed", () -> enter(token(link), BIRTH, "0000"));
        String written = staff.audit.entries.toString()
                + live.sent
                + new LinkAnswer("tok", BIRTH, "4567")
                + new LinkToken("tok");
        for (String secret : List.of("Иванов", "4567", "2019", "tok,", "=tok", token(link))) {
            assertFalse(written.contains(secret), secret);
        }
    }

    private void assertHinted() {
        assertEquals(1, live.sent.size());
        RecordingLive.Sent sent = live.sent.remove(0);
        assertEquals("identity.link", sent.hint().type());
        assertEquals(request, sent.hint().subject());
        assertEquals(Set.of(filer.id(), consultant.id()), sent.audience());
    }

    private VisitSessionService visits(IdentitySettings settings) {
        VisitSessionService service = new VisitSessionService(
                repository, staff.directory, settings, staff.sessions, staff.attempts, staff.audit, live, staff.clock);
        service.requests = requests;
        return service;
    }

    private IssuedLink issue() {
        return links.issue(Staff.caller(filer), request);
    }

    private VisitSessionService.Entered enter(String token, LocalDate birthDate, String lastFour) {
        return visits.enter(new LinkAnswer(token, birthDate, lastFour), HERE, null);
    }

    private void failTimes(String token, int times) {
        for (int i = 0; i < times; i++) {
            refused(401, "identity.link-check-failed", () -> enter(token, BIRTH, "0000"));
        }
    }

    private long openings() {
        return staff.audit.about(request).stream()
                .filter(entry -> entry.action().equals("identity.link-opened"))
                .count();
    }

    private static String token(IssuedLink link) {
        return link.url().getFragment();
    }
}
