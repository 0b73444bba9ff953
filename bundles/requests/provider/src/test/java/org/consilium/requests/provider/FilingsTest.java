package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.registry.api.PersonQuery;
import org.consilium.requests.api.RequestState;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class FilingsTest {
    private static final Caller CLINIC = Caller.service(Uuid7.next(), TestStaff.CLINIC, "МИС");
    private static final Caller HOSPITAL = Caller.service(Uuid7.next(), TestStaff.HOSPITAL, "МИС больницы");
    private static final PersonQuery SNILS = new PersonQuery(PersonQuery.Kind.SNILS, "11223344595");

    private final House house;

    FilingsTest(Engine engine) {
        house = new House(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves("S007")
    void oneCallFilesARequestInTheNameOfADoctor() {
        FiledRequest filed = house.filings.file(CLINIC, "key-1", filing(house.filer, House.START));
        assertEquals("2026-000001", filed.number());
        assertEquals(RequestState.IN_WORK, filed.state());
        assertEquals(TestRoutes.PATIENT.id(), filed.routeId());
        assertEquals(House.START, filed.visitStart());
        assertEquals(house.filer.id(), filed.doctorId());
        assertEquals(List.of("requests.filed-by-service", "requests.submitted"), house.audit.actions());
        assertEquals(CLINIC.id(), house.audit.entries.get(0).callerId());
        assertEquals(0, house.rows("requests_draft"));

        // the doctor finds it as if he had filed it himself
        Request request = house.window.get(House.as(house.filer), filed.id());
        assertEquals("Иванова Анна Петровна", request.patientName());
        assertEquals(filed, house.filings.get(CLINIC, filed.id()));
    }

    @Test
    @Proves("S007")
    void aRetryWithTheSameKeyIsTheSameRequest() {
        Filing filing = filing(house.filer, House.START);
        FiledRequest filed = house.filings.file(CLINIC, "key-1", filing);
        assertEquals(filed, house.filings.file(CLINIC, "key-1", filing));
        assertEquals(1, house.rows("requests_request"));
        Filing other = filing(house.filer, House.START.plus(Duration.ofHours(1)));
        assertCode("requests.idempotency-key-used", () -> house.filings.file(CLINIC, "key-1", other));
        assertNotEquals(filed.id(), house.filings.file(CLINIC, "key-2", other).id());
        assertCode("requests.idempotency-key", () -> house.filings.file(CLINIC, null, filing));
        assertCode("requests.idempotency-key", () -> house.filings.file(CLINIC, "с пробелом", filing));

        // another system's key is another one
        house.clock.advance(Filings.KEYS_KEPT.plusMinutes(1));
        assertEquals(2, house.rows("requests_filing_key"));
        house.filings.file(CLINIC, "key-3", filing(house.filer, House.START.plus(Duration.ofDays(2))));
        assertEquals(1, house.rows("requests_filing_key"), "those of yesterday are gone");
    }

    @Test
    @Proves("S007")
    void callsAtTheSameTimeAreOneRequest() throws Exception {
        Filing filing = filing(house.filer, House.START);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<FiledRequest>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(() -> house.filings.file(CLINIC, "key-1", filing));
            }
            Set<UUID> ids = new HashSet<>();
            for (Future<FiledRequest> done : threads.invokeAll(calls)) {
                ids.add(done.get().id());
            }
            assertEquals(1, ids.size());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, house.rows("requests_request"));
        assertEquals(1, house.visits.count());
    }

    @Test
    void afterARefusalTheSameKeyMayBeTriedAgain() {
        FiledRequest first = house.filings.file(CLINIC, "key-1", filing(house.filer, House.START));
        house.registry.remove(House.PERSON);
        house.registry.person("p2", "Смирнова", "Анна", "Петровна");
        Filing taken = filing(house.colleague, House.START);
        assertCode("scheduling.slot-taken", () -> house.filings.file(CLINIC, "key-2", taken));
        assertEquals(1, house.rows("requests_request"));
        house.visits.release(CLINIC, first.id());
        assertEquals(
                house.colleague.id(), house.filings.file(CLINIC, "key-2", taken).doctorId());
    }

    @Test
    @Proves("S007")
    void theRulesOfTheWizardHold() {
        Filing wrong = new Filing(
                house.filer.id(),
                TestRoutes.PATIENT.id(),
                "97",
                SNILS,
                null,
                "кто-то",
                null,
                null,
                null,
                null,
                house.stranger.id(),
                House.START);
        assertCode("requests.incomplete", () -> house.filings.file(CLINIC, "key-1", wrong));
        assertCode(
                "requests.incomplete", () -> house.filings.file(CLINIC, "key-2", filing(house.stranger, House.START)));
        assertCode("requests.incomplete", () -> house.filings.routes(CLINIC, house.stranger.id()));
        assertCode("requests.incomplete", () -> house.filings.routes(CLINIC, null));
        assertEquals(0, house.rows("requests_request"));
        assertEquals(
                house.menu.routes(House.as(house.filer)).stream()
                        .map(RouteRow::id)
                        .toList(),
                house.filings.routes(CLINIC, house.filer.id()).stream()
                        .map(route -> route.id())
                        .toList());
        assertTrue(house.filings.consultants(CLINIC, house.filer.id(), TestRoutes.PATIENT.id(), "97").stream()
                .anyMatch(offered -> offered.id().equals(house.consultant.id())));
        assertCode(
                "requests.unknown-route", () -> house.filings.consultants(CLINIC, house.filer.id(), "no.such", "97"));
    }

    @Test
    @Proves("S007")
    void aSystemFollowsTheRequestsOfItsOrganisationAlone() {
        Instant start = House.START;
        List<UUID> filed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            house.clock.advance(Duration.ofMinutes(1));
            filed.add(
                    0,
                    house.filings
                            .file(CLINIC, "key-" + i, filing(house.filer, start.plus(Duration.ofDays(i))))
                            .id());
        }
        assertCode("requests.not-found", () -> house.filings.get(HOSPITAL, filed.get(0)));
        assertEquals(List.of(), house.filings.list(HOSPITAL, null, 10).items());
        Page<FiledRequest> first = house.filings.list(CLINIC, null, 2);
        Page<FiledRequest> second = house.filings.list(CLINIC, first.next(), 2);
        assertEquals(
                filed.subList(0, 2),
                first.items().stream().map(FiledRequest::id).toList());
        assertEquals(
                filed.subList(2, 3),
                second.items().stream().map(FiledRequest::id).toList());
        assertEquals(null, second.next());

        Caller doctor = House.as(house.filer);
        assertCode("requests.service-only", () -> house.filings.get(doctor, filed.get(0)));
        assertCode("requests.service-only", () -> house.filings.list(doctor, null, 10));
        assertCode("requests.service-only", () -> house.filings.routes(doctor, house.filer.id()));
        assertCode("requests.not-found", () -> house.window.get(CLINIC, filed.get(0)));
        assertCode("requests.doctors-only", () -> house.drafts.all(CLINIC));
    }

    private Filing filing(StaffMember doctor, Instant start) {
        return new Filing(
                doctor.id(),
                TestRoutes.PATIENT.id(),
                "97",
                SNILS,
                null,
                "anna@example.org",
                "+7 912 345-67-89",
                "Возьмите выписку",
                null,
                null,
                house.consultant.id(),
                start);
    }
}
