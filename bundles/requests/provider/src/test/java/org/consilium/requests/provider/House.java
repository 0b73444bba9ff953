package org.consilium.requests.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.events.Events;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.RecordingEvents;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.registry.api.Person;
import org.consilium.requests.provider.catalogue.RouteCalls;
import org.consilium.requests.provider.catalogue.RouteCatalogue;
import org.consilium.requests.provider.catalogue.TestRoutes;

/** The whole domain on a fresh database, with neighbours of the test's own. */
final class House implements AutoCloseable {
    /** A quarter to noon in Moscow. */
    static final Instant NOW = Instant.parse("2026-03-10T08:45:00Z");

    static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    static final String PERSON = "p1";

    final TestDatabase db;
    final TestClock clock = new TestClock(NOW);
    final RequestSettings settings = new RequestSettings(new TestConfig(), clock);
    final TestStaff directory = new TestStaff();
    final TestRegistry registry = new TestRegistry();
    final TestVisits visits;
    final TestDocuments documents = new TestDocuments();
    final TestLinks links = new TestLinks();
    final RecordingEvents events = new RecordingEvents();
    final RecordingAudit audit = new RecordingAudit();
    final RecordingLive live = new RecordingLive();
    final Neighbours neighbours = new Neighbours();
    final RouteCatalogue catalogue = TestRoutes.catalogue(
            TestRoutes.PATIENT, TestRoutes.REPRESENTATIVE, TestRoutes.REGIONAL, TestRoutes.ASKING, TestRoutes.DOCTORS);

    final StaffMember filer = directory.doctor("Щербаков", TestStaff.CLINIC, "97");
    final StaffMember consultant = directory.doctor("Королёва", TestStaff.CLINIC, "97", "68");
    final StaffMember colleague = directory.doctor("Зимин", TestStaff.CLINIC, "97");
    final StaffMember coordinator = directory.coordinator("Громов", TestStaff.HOSPITAL);
    final StaffMember stranger = directory.doctor("Дальний", TestStaff.HOSPITAL, "97");
    final Person person = registry.person(PERSON, "Иванова", "Анна", "Петровна");

    final RequestRepository requests;
    final DraftRepository draftRows;
    final RouteRepository routeRows;
    final CounterRepository counters;
    final DescribedRoutes routes;
    final ConsultantOffer offer;
    final RouteCalls calls = new RouteCalls();
    final RouteUse use;
    final RouteAnswering answering;
    final DraftService drafts;
    final Submissions submissions;
    final Questionnaires questionnaires;
    final RequestLists lists;
    final Closings closings;
    final RequestWindow window;
    final RequestClosingImpl closing;
    final HandOvers handOvers;
    final Stages stages;
    final FollowUps followUps;
    final TransitionRepository transitions;
    final RequestServiceImpl service;
    final RouteMenu menu;
    final Filings filings;

    /** What the journal appends to; a test may replace it. */
    volatile Events sink = events;

    House(Engine engine) {
        db = TestDatabase.on(engine);
        JpaTemplate jpa = db.unit("requests");
        visits = new TestVisits(db.dataSource());
        neighbours.staff = directory;
        neighbours.registry = registry;
        neighbours.visits = visits;
        neighbours.documents = documents;
        neighbours.links = links;
        requests = new RequestRepository(jpa, TestDatabase.READY);
        draftRows = new DraftRepository(jpa, TestDatabase.READY);
        transitions = new TransitionRepository(jpa, TestDatabase.READY);
        routeRows = new RouteRepository(jpa, TestDatabase.READY);
        counters = new CounterRepository(jpa, TestDatabase.READY);
        routes = new DescribedRoutes(routeRows, settings);
        offer = new ConsultantOffer(neighbours);
        use = new RouteUse(neighbours, new RouteDomains(neighbours, settings));
        answering = new RouteAnswering(calls, use, settings);
        DraftDocuments draftDocuments = new DraftDocuments(neighbours);
        drafts = new DraftService(
                draftRows,
                requests,
                catalogue,
                new DraftViews(routes, neighbours, offer, answering, draftDocuments),
                neighbours,
                offer,
                use,
                draftDocuments,
                settings);
        QuestionnaireRepository questionnaireRows = new QuestionnaireRepository(jpa, TestDatabase.READY);
        RequestViews views = new RequestViews(routes, questionnaireRows);
        RequestJournal journal = new RequestJournal(transitions, audit, event -> sink.append(event), live, settings);
        submissions = new Submissions(
                draftRows,
                new DraftReview(routes, neighbours, offer, answering, draftDocuments),
                requests,
                new RequestNumbers(counters),
                journal,
                views,
                neighbours,
                settings);
        questionnaires = new Questionnaires(requests, questionnaireRows, routes, journal, neighbours, settings);
        lists = new RequestLists(requests, routes, settings);
        closings = new Closings(requests, routes, journal, views, neighbours, settings);
        window = new RequestWindow(requests, routes, transitions, views, journal, audit, settings);
        closing = new RequestClosingImpl(closings, requests);
        handOvers = new HandOvers(requests, routes, journal, views, offer, neighbours, settings);
        stages = new Stages(requests, routes, journal, views, offer, answering, neighbours);
        followUps = new FollowUps(requests, routes, drafts);
        service = new RequestServiceImpl(requests);
        menu = new RouteMenu(catalogue, routeRows, use);
        filings = new Filings(
                drafts,
                submissions,
                requests,
                new FilingKeyRepository(jpa, TestDatabase.READY),
                routes,
                catalogue,
                use,
                offer,
                neighbours,
                audit,
                settings);
    }

    static Caller as(StaffMember member) {
        return TestStaff.caller(member);
    }

    /** A complete draft for a patient of the registry. */
    UUID draft(StaffMember by, String personId) {
        UUID id = Uuid7.next();
        drafts.begin(as(by), new NewDraft(id, TestRoutes.PATIENT.id(), "97"));
        drafts.change(
                as(by),
                id,
                new DraftChange(
                        1,
                        DraftStep.SLOT,
                        personId,
                        null,
                        "anna@example.org",
                        "+7 912 345-67-89",
                        "Возьмите выписку",
                        consultant.id(),
                        null,
                        null,
                        null));
        return id;
    }

    /** A complete draft on the route with a questionnaire and files. */
    UUID askingDraft(StaffMember by, String personId, ChosenDocument... files) {
        UUID id = Uuid7.next();
        drafts.begin(as(by), new NewDraft(id, TestRoutes.ASKING.id(), "97"));
        drafts.change(
                as(by),
                id,
                new DraftChange(
                        1,
                        DraftStep.SLOT,
                        personId,
                        null,
                        "anna@example.org",
                        null,
                        null,
                        consultant.id(),
                        null,
                        null,
                        List.of(files)));
        return id;
    }

    /** A submitted request on that route, whose patient gave his consent; each further one a minute later and in a slot of its own. */
    Request asking(String surname) {
        clock.advance(Duration.ofMinutes(1));
        String personId = "p-" + Uuid7.next();
        registry.person(personId, surname, "Анна", "Петровна");
        Request request = submit(
                filer, askingDraft(filer, personId), consultant, clock.instant().plus(Duration.ofHours(2)));
        links.consented.add(request.id());
        return request;
    }

    /** A complete draft for a child whose mother speaks. */
    UUID draftForChild(StaffMember by, String motherId, Represented child) {
        UUID id = Uuid7.next();
        drafts.begin(as(by), new NewDraft(id, TestRoutes.REPRESENTATIVE.id(), "68"));
        drafts.change(
                as(by),
                id,
                new DraftChange(1, DraftStep.SLOT, motherId, child, "mother@example.org", null, consultant.id()));
        return id;
    }

    static Represented child(String surname) {
        return new Represented(surname, "Миша", null, "2019-02-03", "MALE", null, null, "мать");
    }

    Request submit(StaffMember by, UUID draft, StaffMember consultant, Instant start) {
        return submissions.submit(as(by), draft, new Submission(consultant.id(), start));
    }

    /** A submitted request; each further one a minute later and in a slot of its own. */
    Request request(StaffMember by, StaffMember consultant, String surname) {
        clock.advance(Duration.ofMinutes(1));
        String personId = "p-" + Uuid7.next();
        registry.person(personId, surname, "Анна", "Петровна");
        return submit(by, draft(by, personId), consultant, clock.instant().plus(Duration.ofDays(1)));
    }

    /** A question to a doctor, which waits for the coordinator. */
    Request question(StaffMember by, StaffMember coordinator) {
        UUID id = Uuid7.next();
        drafts.begin(as(by), new NewDraft(id, TestRoutes.DOCTORS.id(), "97"));
        drafts.change(
                as(by),
                id,
                new DraftChange(
                        1,
                        DraftStep.CONSULTANT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        coordinator.id(),
                        "URGENT",
                        Map.of("question", Map.<String, Object>of("question", "Какую дозу?")),
                        null));
        return submit(by, id, coordinator, null);
    }

    /** What a list is asked for without search and filters. */
    static ListQuery list(Box box, boolean closed) {
        return ListQuery.parse(box.name(), closed, null, null, null, null, 50);
    }

    long rows(String table) {
        try (var connection = db.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Numbers of rows that a submission writes. */
    Map<String, Long> written() {
        return Map.of(
                "requests_request", rows("requests_request"),
                "requests_word", rows("requests_word"),
                "visits", rows("visits"));
    }

    @Override
    public void close() {
        db.close();
    }
}
