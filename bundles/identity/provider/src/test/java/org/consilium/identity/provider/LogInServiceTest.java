package org.consilium.identity.provider;

import static org.consilium.identity.provider.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class LogInServiceTest {
    private static final String HERE = "10.0.0.1";
    private static final String NEW_PASSWORD = "другой пароль";

    private final TestDatabase db;
    private final ObservedHashing hashing = new ObservedHashing();
    private final Staff staff;
    private final StaffMember doctor;

    LogInServiceTest(Engine engine) {
        db = TestDatabase.on(engine);
        JpaTemplate jpa = db.unit("identity");
        staff = new Staff(
                jpa,
                hashing,
                Configured.with(Map.of(
                        "regionName", "Ленинградская область", "logInAttempts", 3, "logInAttemptsPerAccount", 5)));
        UUID hospital = staff.organisation("Областная больница");
        doctor = staff.doctor("sherbakov", "Щербаков", "Пётр", hospital, "therapy");
        staff.audit.entries.clear();
        hashing.matched.set(0);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theRightPasswordOpensASession() {
        LogInService.LoggedIn in = logIn(" Sherbakov ", Staff.PASSWORD);
        Me me = in.me();
        assertEquals(doctor.id(), me.accountId());
        assertEquals("Щербаков П. И.", me.shortName());
        assertEquals("Областная больница", me.organisationName());
        assertEquals(List.of(Caller.DOCTOR), me.roles());
        assertEquals(new Region("Ленинградская область", "Консилиум", "Europe/Moscow"), me.region());
        Caller caller = staff.sessions.find(in.token()).orElseThrow();
        assertEquals(Staff.caller(doctor), caller);
        assertEquals(me, staff.logIn.me(caller));
        assertEquals(List.of("identity.logged-in"), staff.audit.actions());
    }

    @Test
    @Proves("S023")
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswerAfterTheSameWork() {
        ConsiliumException wrong = refused(401, "identity.wrong-credentials", () -> logIn("sherbakov", "не тот"));
        int workForWrong = hashing.matched.getAndSet(0);
        ConsiliumException unknown = refused(401, "identity.wrong-credentials", () -> logIn("nobody", "не тот"));
        assertEquals(workForWrong, hashing.matched.get());
        assertEquals(wrong.getMessage(), unknown.getMessage());
        assertEquals(wrong.members(), unknown.members());
        assertEquals(List.of("identity.log-in-failed", "identity.log-in-failed"), staff.audit.actions());
        assertEquals(doctor.id(), staff.audit.entries.get(0).subject());
        assertTrue(staff.sessions.open.isEmpty());
    }

    @Test
    void nothingTypedIsAWrongPassword() {
        refused(401, "identity.wrong-credentials", () -> logIn(null, null));
        // PostgreSQL takes no text with this character
        refused(401, "identity.wrong-credentials", () -> logIn("sherbakov\u0000", Staff.PASSWORD));
        refused(401, "identity.wrong-credentials", () -> logIn("x".repeat(100_000), "y".repeat(100_000)));
        refused(401, "identity.wrong-credentials", () -> logIn("sherbakov", ""));
        assertFalse(new Credentials("who", "secret").toString().contains("secret"));
    }

    @Test
    void guessingIsSlowedDownForOneAccountFromOneAddress() {
        for (int i = 0; i < 3; i++) {
            refused(401, "identity.wrong-credentials", () -> logIn("sherbakov", "не тот"));
        }
        hashing.matched.set(0);
        ConsiliumException braked =
                refused(429, "platform.too-many-attempts", () -> logIn("SHERBAKOV", Staff.PASSWORD));
        assertTrue(braked.members().containsKey("retryAfter"));
        assertEquals(0, hashing.matched.get(), "no work for a braked attempt");
        // the owner, elsewhere, is not locked out
        staff.logIn.logIn(new Credentials("sherbakov", Staff.PASSWORD), "10.0.0.2", null);
    }

    @Test
    void guessingIsSlowedDownForOneAccountFromManyAddresses() {
        for (int i = 0; i < 5; i++) {
            String address = "10.0.1." + i;
            refused(
                    401,
                    "identity.wrong-credentials",
                    () -> staff.logIn.logIn(new Credentials("sherbakov", "не тот"), address, null));
        }
        refused(
                429,
                "platform.too-many-attempts",
                () -> staff.logIn.logIn(new Credentials("sherbakov", "не тот"), "10.0.1.9", null));
    }

    @Test
    void successesAreNotGuesses() {
        for (int i = 0; i < 20; i++) {
            logIn("sherbakov", Staff.PASSWORD);
        }
    }

    @Test
    void aNewLogInEndsTheBrowsersFormerSession() {
        String first = logIn("sherbakov", Staff.PASSWORD).token();
        String second = staff.logIn
                .logIn(new Credentials("sherbakov", Staff.PASSWORD), HERE, first)
                .token();
        assertTrue(staff.sessions.find(first).isEmpty());
        assertTrue(staff.sessions.find(second).isPresent());
    }

    @Test
    void aDismissalDuringTheLogInWins() {
        hashing.meanwhile = () -> staff.administration.dismiss(Staff.SYSTEM, doctor.id());
        refused(401, "identity.wrong-credentials", () -> logIn("sherbakov", Staff.PASSWORD));
        assertTrue(staff.sessions.open.isEmpty());
    }

    @Test
    void aNewPasswordDuringTheLogInWins() {
        hashing.meanwhile = () -> staff.administration.setPassword(Staff.SYSTEM, doctor.id(), NEW_PASSWORD);
        refused(401, "identity.wrong-credentials", () -> logIn("sherbakov", Staff.PASSWORD));
        assertTrue(staff.sessions.open.isEmpty());
    }

    @Test
    void logOutEndsTheSession() {
        String token = logIn("sherbakov", Staff.PASSWORD).token();
        String elsewhere = logIn("sherbakov", Staff.PASSWORD).token();
        staff.logIn.logOut(Staff.caller(doctor), token);
        assertTrue(staff.sessions.find(token).isEmpty());
        assertTrue(staff.sessions.find(elsewhere).isPresent());
        assertTrue(staff.audit.actions().contains("identity.logged-out"));
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        String here = logIn("sherbakov", Staff.PASSWORD).token();
        String elsewhere = logIn("sherbakov", Staff.PASSWORD).token();
        String renewed =
                staff.logIn.changePassword(Staff.caller(doctor), new PasswordChange(Staff.PASSWORD, NEW_PASSWORD));
        assertNotEquals(here, renewed);
        assertTrue(staff.sessions.find(here).isEmpty());
        assertTrue(staff.sessions.find(elsewhere).isEmpty());
        assertEquals(Staff.caller(doctor), staff.sessions.find(renewed).orElseThrow());
        refused(401, "identity.wrong-credentials", () -> logIn("sherbakov", Staff.PASSWORD));
        logIn("sherbakov", NEW_PASSWORD);
    }

    @Test
    void changingThePasswordNeedsTheCurrentOneAndAGoodOne() {
        Caller caller = Staff.caller(doctor);
        refused(
                422,
                "identity.weak-password",
                () -> staff.logIn.changePassword(caller, new PasswordChange(Staff.PASSWORD, "short")));
        for (String wrong : new String[] {"не тот", null, ""}) {
            refused(
                    403,
                    "identity.wrong-password",
                    () -> staff.logIn.changePassword(caller, new PasswordChange(wrong, NEW_PASSWORD)));
        }
        refused(
                429,
                "platform.too-many-attempts",
                () -> staff.logIn.changePassword(caller, new PasswordChange(Staff.PASSWORD, NEW_PASSWORD)));
        logIn("sherbakov", Staff.PASSWORD);
    }

    @Test
    void aParallelChangeOfThePasswordIsNotOverwritten() {
        hashing.meanwhile = () -> staff.administration.setPassword(Staff.SYSTEM, doctor.id(), "пароль оператора");
        refused(
                409,
                "identity.changed-meanwhile",
                () -> staff.logIn.changePassword(
                        Staff.caller(doctor), new PasswordChange(Staff.PASSWORD, NEW_PASSWORD)));
        logIn("sherbakov", "пароль оператора");
    }

    @Test
    void patientsAreNotStaff() {
        Caller patient = Caller.patient(Uuid7.next(), Uuid7.next());
        refused(403, "identity.staff-only", () -> staff.logIn.me(patient));
        refused(
                403,
                "identity.staff-only",
                () -> staff.logIn.changePassword(patient, new PasswordChange("a", NEW_PASSWORD)));
    }

    private LogInService.LoggedIn logIn(String login, String password) {
        return staff.logIn.logIn(new Credentials(login, password), HERE, null);
    }

    /** Counts the work and lets something happen while a password is checked. */
    private static final class ObservedHashing extends PasswordHashing {
        final AtomicInteger matched = new AtomicInteger();
        Runnable meanwhile = () -> {};

        @Override
        boolean matches(String password, String phc) {
            matched.incrementAndGet();
            boolean right = super.matches(password, phc);
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return right;
        }
    }
}
