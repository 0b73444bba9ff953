package org.consilium.identity.provider;

import static org.consilium.identity.provider.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
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
class ServiceTokensTest {
    private final TestDatabase db;
    private final Staff staff;
    private final ServiceTokenAdministration administration;
    private final ServiceTokensImpl tokens;
    private final UUID hospital;

    ServiceTokensTest(Engine engine) {
        db = TestDatabase.on(engine);
        JpaTemplate jpa = db.unit("identity");
        staff = new Staff(jpa);
        ServiceTokenRepository repository = new ServiceTokenRepository(jpa, TestDatabase.READY);
        administration = new ServiceTokenAdministration(repository, staff.repository, staff.audit, staff.clock);
        tokens = new ServiceTokensImpl(
                repository, Configured.with(Map.of("serviceCallsPerMinute", 3)), staff.attempts, staff.clock);
        hospital = staff.organisation("Областная больница");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Proves("S007")
    void aTokenIsItsOrganisationsUntilItIsOverAndNobodyCanReadItAgain() {
        IssuedServiceToken made = administration.create(Staff.SYSTEM, token(Uuid7.next(), hospital, " МИС "));
        assertEquals("МИС", made.token().name());
        assertEquals(43, made.secret().length());
        Caller service = tokens.find(made.secret()).orElseThrow();
        assertTrue(service.isService());
        assertFalse(service.isStaff() || service.isPatient() || service.isSystem());
        assertEquals(hospital, service.organisationId());
        assertEquals(Set.of(), service.roles());
        assertEquals(Optional.empty(), tokens.find(made.secret().toLowerCase(java.util.Locale.ROOT)));
        assertEquals(Optional.empty(), tokens.find(null));

        ServiceToken listed = administration.list(Staff.SYSTEM).get(0);
        assertEquals("Областная больница", listed.organisationName());
        assertEquals(staff.clock.instant(), listed.usedAt());
        assertTrue(staff.audit.entries.stream()
                .noneMatch(entry -> entry.details().toString().contains(made.secret())));

        staff.clock.advance(Duration.ofDays(30));
        assertEquals(Optional.empty(), tokens.find(made.secret()));
    }

    @Test
    @Proves("S007")
    void aRevokedTokenEndsAtOnce() {
        IssuedServiceToken made = administration.create(Staff.SYSTEM, token(Uuid7.next(), hospital, "МИС"));
        administration.revoke(Staff.SYSTEM, made.token().id());
        administration.revoke(Staff.SYSTEM, made.token().id());
        assertEquals(Optional.empty(), tokens.find(made.secret()));
        assertEquals(
                List.of(
                        "identity.organisation-created",
                        "identity.service-token-created",
                        "identity.service-token-revoked"),
                staff.audit.actions());
        refused(404, "identity.token-unknown", () -> administration.revoke(Staff.SYSTEM, Uuid7.next()));
    }

    @Test
    void tooManyCallsAreTurnedAway() {
        String secret = administration
                .create(Staff.SYSTEM, token(Uuid7.next(), hospital, "МИС"))
                .secret();
        String other = administration
                .create(Staff.SYSTEM, token(Uuid7.next(), hospital, "Аптека"))
                .secret();
        for (int i = 0; i < 3; i++) {
            tokens.find(secret);
        }
        refused(429, "platform.too-many-attempts", () -> tokens.find(secret));
        assertTrue(tokens.find(other).isPresent());
    }

    @Test
    void whatIsWrongWithANewTokenIsToldByField() {
        UUID id = Uuid7.next();
        Instant now = staff.clock.instant();
        refused(422, "identity.invalid-token", () -> create(new NewServiceToken(id, Uuid7.next(), "МИС", later())));
        refused(422, "identity.invalid-token", () -> create(new NewServiceToken(id, hospital, " ", later())));
        refused(422, "identity.invalid-token", () -> create(new NewServiceToken(id, hospital, "МИС", now)));
        refused(422, "identity.invalid-token", () -> create(new NewServiceToken(id, hospital, "МИС", null)));
        refused(422, "identity.body-missing", () -> create(null));
        create(token(id, hospital, "МИС"));
        refused(409, "identity.id-taken", () -> create(token(id, hospital, "МИС")));
    }

    @Test
    void onlyAnOperatorManagesTokensAndOnlyAServiceListsItsDoctors() {
        StaffMember doctor = staff.doctor("sherbakov", "Щербаков", "Пётр", hospital);
        staff.doctor("dalny", "Дальний", "Олег", staff.organisation("Другая больница"));
        Caller asDoctor = Staff.caller(doctor);
        refused(403, "identity.operator-only", () -> administration.list(asDoctor));
        refused(
                403,
                "identity.operator-only",
                () -> administration.create(asDoctor, token(Uuid7.next(), hospital, "МИС")));
        refused(403, "identity.operator-only", () -> administration.revoke(asDoctor, Uuid7.next()));
        refused(403, "identity.service-only", () -> staff.directory.doctors(asDoctor, null, 10));
        Caller service = Caller.service(Uuid7.next(), hospital, "МИС");
        assertEquals(List.of(doctor), staff.directory.doctors(service, null, 10).items());
        refused(403, "identity.staff-only", () -> staff.directory.search(service, "", null, 10));
        refused(403, "identity.operator-only", () -> administration.list(service));
    }

    private IssuedServiceToken create(NewServiceToken wanted) {
        return administration.create(Staff.SYSTEM, wanted);
    }

    private NewServiceToken token(UUID id, UUID organisation, String name) {
        return new NewServiceToken(id, organisation, name, later());
    }

    private Instant later() {
        return staff.clock.instant().plus(Duration.ofDays(30));
    }
}
