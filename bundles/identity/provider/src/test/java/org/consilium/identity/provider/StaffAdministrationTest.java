package org.consilium.identity.provider;

import static org.consilium.identity.provider.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.Organisation;
import org.consilium.identity.api.StaffAccount;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class StaffAdministrationTest {
    private final TestDatabase db;
    private final Staff staff;
    private final UUID hospital;

    StaffAdministrationTest(Engine engine) {
        db = TestDatabase.on(engine);
        staff = new Staff(db.unit("identity"));
        hospital = staff.organisation("Областная больница");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void makesNothingTwice() {
        staff.administration.createOrganisation(Staff.SYSTEM, hospital, "Другое имя");
        NewStaffMember data = Staff.member(Uuid7.next(), "Щербаков", "Пётр", hospital, "therapy");
        StaffMember made = staff.administration.createAccount(Staff.SYSTEM, data, "Sherbakov", Staff.PASSWORD);
        StaffMember again = staff.administration.createAccount(Staff.SYSTEM, data, " sherbakov ", "иной пароль");
        assertEquals(made, again);
        assertEquals("Областная больница", made.organisationName());
        assertEquals("Щербаков П. И.", made.shortName());
        assertEquals(List.of("identity.organisation-created", "identity.account-created"), staff.audit.actions());
        // the password of the second call was not taken over
        staff.logIn.logIn(new Credentials("sherbakov", Staff.PASSWORD), "a", null);
    }

    @Test
    void aDismissedAccountIsTakenBackIntoTheListsWithItsNewPassword() {
        NewStaffMember data = Staff.member(Uuid7.next(), "Щербаков", "Пётр", hospital, "therapy");
        StaffMember made = staff.administration.createAccount(Staff.SYSTEM, data, "sherbakov", Staff.PASSWORD);
        staff.administration.dismiss(Staff.SYSTEM, made.id());
        assertFalse(staff.administration.account(Staff.SYSTEM, "Sherbakov").active());
        staff.administration.reinstate(Staff.SYSTEM, made.id(), "новый длинный пароль");
        staff.administration.reinstate(Staff.SYSTEM, made.id(), "ещё один длинный пароль");
        assertEquals(made, staff.administration.account(Staff.SYSTEM, "sherbakov"));
        staff.logIn.logIn(new Credentials("sherbakov", "новый длинный пароль"), "a", null);
        assertEquals(
                List.of("sherbakov"),
                staff.administration.accounts(Staff.SYSTEM, "SHER").stream()
                        .map(StaffAccount::login)
                        .toList());
        assertEquals(List.of(), staff.administration.accounts(Staff.SYSTEM, "x"));
        assertEquals(
                List.of(new Organisation(hospital, "Областная больница")),
                staff.administration.organisations(Staff.SYSTEM));
        Caller doctor = Caller.staff(made.id(), hospital, Set.of(Caller.DOCTOR), "Щербаков П. И.");
        refused(403, "identity.operator-only", () -> staff.administration.accounts(doctor, ""));
        refused(403, "identity.operator-only", () -> staff.administration.organisations(doctor));
        refused(403, "identity.operator-only", () -> staff.administration.account(doctor, "sherbakov"));
        refused(403, "identity.operator-only", () -> staff.administration.reinstate(doctor, made.id(), Staff.PASSWORD));
    }

    @Test
    void anAccountHasTheSnilsThatTheOperatorEnteredAndNobodyElseHasIt() {
        StaffMember doctor = staff.doctor("sherbakov", "Щербаков", "Пётр", hospital);
        StaffMember other = staff.doctor("lisina", "Лисина", "Ольга", hospital);
        StaffIdentifiersImpl identifiers = new StaffIdentifiersImpl(staff.repository, staff.audit);
        assertEquals(Optional.empty(), identifiers.snils(doctor.id()));
        assertEquals(Optional.empty(), identifiers.snils(Uuid7.next()));
        identifiers.setSnils(Staff.SYSTEM, doctor.id(), "112-233-445 95");
        assertEquals(Optional.of("11223344595"), identifiers.snils(doctor.id()));
        refused(409, "identity.snils-taken", () -> identifiers.setSnils(Staff.SYSTEM, other.id(), "11223344595"));
        refused(422, "identity.invalid-snils", () -> identifiers.setSnils(Staff.SYSTEM, other.id(), "112-233-445 96"));
        refused(422, "identity.invalid-snils", () -> identifiers.setSnils(Staff.SYSTEM, other.id(), "112"));
        refused(404, "identity.account-unknown", () -> identifiers.setSnils(Staff.SYSTEM, Uuid7.next(), "08765430300"));
        refused(
                403,
                "identity.operator-only",
                () -> identifiers.setSnils(Staff.caller(doctor), other.id(), "08765430300"));
        identifiers.setSnils(Staff.SYSTEM, doctor.id(), null);
        identifiers.setSnils(Staff.SYSTEM, other.id(), "11223344595");
        assertTrue(staff.audit.entries.stream()
                .noneMatch(entry -> entry.details().toString().contains("11223344595")));
    }

    @Test
    void parallelCallsMakeOne() throws Exception {
        NewStaffMember data = Staff.member(Uuid7.next(), "Щербаков", "Пётр", hospital);
        UUID organisation = Uuid7.next();
        Set<StaffMember> answers = Set.copyOf(Parallel.answers(4, () -> {
            staff.administration.createOrganisation(Staff.SYSTEM, organisation, "Новая");
            return staff.administration.createAccount(Staff.SYSTEM, data, "sherbakov", Staff.PASSWORD);
        }));
        assertEquals(1, answers.size());
        assertEquals(1, count("identity_account"));
        assertEquals(2, count("identity_organisation"));
    }

    @Test
    void aLoginBelongsToOneAccount() throws Exception {
        staff.doctor("sherbakov", "Щербаков", "Пётр", hospital);
        refused(409, "identity.login-taken", () -> staff.doctor(" SHERBAKOV ", "Иной", "Пётр", hospital));
        assertEquals(1, count("identity_account"));

        List<Object> outcomes = Parallel.answers(4, () -> {
            try {
                return staff.doctor("both", "Оба", "Пётр", hospital);
            } catch (ConsiliumException e) {
                return e.code();
            }
        });
        assertEquals(3, outcomes.stream().filter("identity.login-taken"::equals).count());
    }

    @Test
    void anIdBelongsToOneLogin() {
        NewStaffMember data = Staff.member(Uuid7.next(), "Щербаков", "Пётр", hospital);
        staff.administration.createAccount(Staff.SYSTEM, data, "one", Staff.PASSWORD);
        refused(
                409,
                "identity.id-taken",
                () -> staff.administration.createAccount(Staff.SYSTEM, data, "two", Staff.PASSWORD));
    }

    @Test
    void badDataIsRefusedFieldByField() throws SQLException {
        NewStaffMember bad = new NewStaffMember(
                Uuid7.next(), " ", null, "о".repeat(101), null, "д".repeat(201), null, Set.of("a,b"), Set.of("KING"));
        ConsiliumException refusal = refused(
                422,
                "identity.invalid-account",
                () -> staff.administration.createAccount(Staff.SYSTEM, bad, "с пробелом", "short"));
        String problems = refusal.members().get("problems").toString();
        for (String expected : List.of(
                "login, code=format",
                "password, code=too-short",
                "surname, code=required",
                "name, code=required",
                "patronymic, code=too-long",
                "position, code=too-long",
                "organisationId, code=required",
                "roles, code=unknown",
                "profiles, code=format")) {
            assertTrue(problems.contains("field=" + expected), expected + " in " + problems);
        }
        NewStaffMember homeless = Staff.member(Uuid7.next(), "А", "Б", UUID.randomUUID());
        refused(
                422,
                "identity.invalid-account",
                () -> staff.administration.createAccount(Staff.SYSTEM, homeless, "homeless", Staff.PASSWORD));
        refused(
                422,
                "identity.invalid-organisation",
                () -> staff.administration.createOrganisation(Staff.SYSTEM, Uuid7.next(), " "));
        assertEquals(0, count("identity_account"));
    }

    @Test
    void passwordsMustBeLongAndNotTheLogin() {
        StaffMember doctor = staff.doctor("longlogin", "Щербаков", "Пётр", hospital);
        for (String password : new String[] {null, "", "       ", "1234567", "LongLogin", "п".repeat(201)}) {
            refused(
                    422,
                    "identity.weak-password",
                    () -> staff.administration.setPassword(Staff.SYSTEM, doctor.id(), password));
        }
    }

    @Test
    void onlyTheSystemAndOperatorsMay() {
        StaffMember doctor = staff.doctor("doctor", "Щербаков", "Пётр", hospital);
        Caller operator = Caller.staff(Uuid7.next(), null, Set.of(Caller.OPERATOR), "Оператор");
        staff.administration.setPassword(operator, doctor.id(), "новый пароль");
        for (Caller caller : List.of(
                Staff.caller(doctor),
                Caller.staff(Uuid7.next(), hospital, Set.of(Caller.SCHEDULER), "Р"),
                Caller.patient(Uuid7.next(), Uuid7.next()))) {
            refused(403, "identity.operator-only", () -> staff.administration.dismiss(caller, doctor.id()));
            refused(
                    403,
                    "identity.operator-only",
                    () -> staff.administration.setPassword(caller, doctor.id(), "новый пароль"));
            refused(
                    403,
                    "identity.operator-only",
                    () -> staff.administration.createOrganisation(caller, Uuid7.next(), "А"));
            refused(
                    403,
                    "identity.operator-only",
                    () -> staff.administration.createAccount(
                            caller, Staff.member(Uuid7.next(), "А", "Б", hospital), "x", Staff.PASSWORD));
        }
        assertTrue(staff.directory.find(doctor.id()).orElseThrow().active());
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        StaffMember doctor = staff.doctor("doctor", "Щербаков", "Пётр", hospital);
        staff.logIn.logIn(new Credentials("doctor", Staff.PASSWORD), "a", null);
        staff.administration.setPassword(Staff.SYSTEM, doctor.id(), "новый пароль");
        assertTrue(staff.sessions.open.isEmpty());
        refused(
                401,
                "identity.wrong-credentials",
                () -> staff.logIn.logIn(new Credentials("doctor", Staff.PASSWORD), "a", null));
        staff.logIn.logIn(new Credentials("doctor", "новый пароль"), "a", null);
    }

    @Test
    void dismissalEndsAllSessionsAndForbidsLogIn() {
        StaffMember doctor = staff.doctor("doctor", "Щербаков", "Пётр", hospital);
        staff.logIn.logIn(new Credentials("doctor", Staff.PASSWORD), "a", null);
        staff.administration.dismiss(Staff.SYSTEM, doctor.id());
        staff.administration.dismiss(Staff.SYSTEM, doctor.id());
        assertTrue(staff.sessions.open.isEmpty());
        assertFalse(staff.directory.find(doctor.id()).orElseThrow().active());
        refused(
                401,
                "identity.wrong-credentials",
                () -> staff.logIn.logIn(new Credentials("doctor", Staff.PASSWORD), "a", null));
        refused(401, "platform.not-logged-in", () -> staff.logIn.me(Staff.caller(doctor)));
        assertEquals(
                1,
                staff.audit.actions().stream()
                        .filter("identity.dismissed"::equals)
                        .count());
    }

    @Test
    void unknownAccountsAreNotFound() {
        refused(404, "identity.account-unknown", () -> staff.administration.dismiss(Staff.SYSTEM, UUID.randomUUID()));
        refused(
                404,
                "identity.account-unknown",
                () -> staff.administration.setPassword(Staff.SYSTEM, UUID.randomUUID(), "новый пароль"));
    }

    private int count(String table) throws SQLException {
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
