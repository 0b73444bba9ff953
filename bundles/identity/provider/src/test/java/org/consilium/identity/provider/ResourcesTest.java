package org.consilium.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.rest.Anonymous;
import org.consilium.platform.security.Sessions;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which cookie is read, set and removed by which call, and which calls need no session. */
class ResourcesTest {
    private final TestDatabase db = TestDatabase.on(Engine.H2);
    private final List<String> headers = new ArrayList<>();
    private Staff staff;
    private StaffMember doctor;
    private SessionResource staffSide;
    private VisitSessionResource patientSide;
    private VisitLinksImpl links;
    private UUID request;

    @BeforeEach
    void open() {
        var jpa = db.unit("identity");
        staff = new Staff(jpa);
        doctor = staff.doctor("doctor", "Щербаков", "Пётр", staff.organisation("Больница"));
        request = Uuid7.next();
        Requests requests = new Requests();
        requests.add(request, doctor.id(), doctor.id(), List.of());
        LinkRepository repository = new LinkRepository(jpa, TestDatabase.READY);
        RecordingLive live = new RecordingLive();
        links = new VisitLinksImpl(repository, staff.settings, staff.sessions, staff.audit, live, staff.clock);
        links.requests = requests;
        VisitSessionService visits = new VisitSessionService(
                repository,
                staff.directory,
                staff.settings,
                staff.sessions,
                staff.attempts,
                staff.audit,
                live,
                staff.clock);
        visits.requests = requests;
        staffSide = new SessionResource(staff.logIn, staff.sessions);
        patientSide = new VisitSessionResource(visits, staff.sessions);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aDoctorComesAndGoes() {
        staffSide.logIn(new Credentials("doctor", Staff.PASSWORD), request(), response());
        String token = lastCookie("STAFF");
        assertEquals(doctor.id(), staff.sessions.find(token).orElseThrow().id());

        staffSide.changePassword(Staff.caller(doctor), new PasswordChange(Staff.PASSWORD, "другой пароль"), response());
        String renewed = lastCookie("STAFF");
        assertTrue(staff.sessions.find(token).isEmpty());
        assertEquals(
                doctor.id(),
                staffSide.me(staff.sessions.find(renewed).orElseThrow()).accountId());

        staffSide.logOut(Staff.caller(doctor), request(Sessions.STAFF_COOKIE, renewed), response());
        assertEquals("", lastCookie("STAFF"));
        assertTrue(staff.sessions.open.isEmpty());
    }

    @Test
    void aPatientComesAndGoesBesideTheDoctorInTheSameBrowser() {
        staffSide.logIn(new Credentials("doctor", Staff.PASSWORD), request(), response());
        String doctors = lastCookie("STAFF");
        HttpServletRequest browser = request(Sessions.STAFF_COOKIE, doctors);
        String link = links.issue(Staff.caller(doctor), request).url().getFragment();

        assertFalse(patientSide.challenge(new LinkToken(link), browser).needsLastFour());
        LinkAnswer answer = new LinkAnswer(link, LocalDate.of(2019, 5, 17), null);
        VisitSession visit = patientSide.enterVisit(answer, browser, response());
        assertEquals(request, visit.requestId());
        String patients = lastCookie("PATIENT");
        Caller patient = staff.sessions.find(patients).orElseThrow();
        assertTrue(patient.isPatient());
        assertTrue(staff.sessions.find(doctors).orElseThrow().isStaff(), "the doctor is still logged in");

        assertTrue(patientSide
                .giveConsent(patient, new ConsentGiven("1"))
                .consent()
                .given());
        assertEquals(request, patientSide.visitSession(patient).requestId());
        patientSide.leaveVisit(patient, request(Sessions.VISIT_COOKIE, patients), response());
        assertEquals("", lastCookie("PATIENT"));
        assertEquals(Set.of(doctors), staff.sessions.open.keySet());
    }

    @Test
    void aMissingBodyIsToldApart() {
        Refusals.refused(422, "identity.body-missing", () -> staffSide.logIn(null, request(), response()));
        Refusals.refused(422, "identity.body-missing", () -> patientSide.challenge(null, request()));
        Refusals.refused(422, "identity.body-missing", () -> patientSide.enterVisit(null, request(), response()));
    }

    @Test
    void onlyLogInAndTheCheckNeedNoSession() {
        assertEquals(List.of("logIn"), anonymous(SessionResource.class));
        assertEquals(List.of("challenge", "enterVisit"), anonymous(VisitSessionResource.class));
        assertEquals(List.of(), anonymous(LinkResource.class));
        assertEquals(List.of(), anonymous(DirectoryResource.class));
    }

    private static List<String> anonymous(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Anonymous.class))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    private String lastCookie(String kind) {
        String header = headers.get(headers.size() - 1);
        assertTrue(header.startsWith("Set-Cookie: " + kind + "="), header);
        return header.substring(header.indexOf('=') + 1);
    }

    private HttpServletRequest request(String... cookie) {
        Cookie[] cookies =
                cookie.length == 0 ? null : new Cookie[] {new Cookie("other", "x"), new Cookie(cookie[0], cookie[1])};
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getCookies" -> cookies;
            case "getRemoteAddr" -> "10.0.0.1";
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (method, arguments) -> {
            assertEquals("addHeader", method);
            headers.add(arguments[0] + ": " + arguments[1]);
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }
}
