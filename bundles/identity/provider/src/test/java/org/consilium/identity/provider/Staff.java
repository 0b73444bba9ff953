package org.consilium.identity.provider;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.TestDatabase;

/** The staff's services on a database, and people. */
final class Staff {
    static final Caller SYSTEM = Caller.system("test");
    static final String PASSWORD = "верный пароль";

    final RecordingAudit audit = new RecordingAudit();
    final MemorySessions sessions = new MemorySessions();
    final CountedAttempts attempts = new CountedAttempts();
    final MovingClock clock = new MovingClock();
    final StaffRepository repository;
    final PasswordHashing hashing;
    final IdentitySettings settings;
    final StaffAdministrationImpl administration;
    final StaffDirectoryImpl directory;
    final LogInService logIn;

    Staff(JpaTemplate jpa) {
        this(jpa, new PasswordHashing(), Configured.defaults());
    }

    Staff(JpaTemplate jpa, PasswordHashing hashing, IdentitySettings settings) {
        this.hashing = hashing;
        this.settings = settings;
        repository = new StaffRepository(jpa, TestDatabase.READY);
        administration = new StaffAdministrationImpl(repository, hashing, settings, sessions, audit, clock);
        directory = new StaffDirectoryImpl(repository);
        logIn = new LogInService(repository, hashing, settings, sessions, attempts, audit);
    }

    UUID organisation(String name) {
        UUID id = Uuid7.next();
        administration.createOrganisation(SYSTEM, id, name);
        return id;
    }

    StaffMember doctor(String login, String surname, String name, UUID organisation, String... profiles) {
        return administration.createAccount(
                SYSTEM, member(Uuid7.next(), surname, name, organisation, profiles), login, PASSWORD);
    }

    static NewStaffMember member(UUID id, String surname, String name, UUID organisation, String... profiles) {
        return new NewStaffMember(
                id,
                surname,
                name,
                "Ильич",
                organisation,
                "Врач-консультант",
                "Кардиология",
                Set.of(profiles),
                Set.of(Caller.DOCTOR));
    }

    static Caller caller(StaffMember member) {
        return Caller.staff(member.id(), member.organisationId(), member.roles(), member.shortName());
    }

    static IdentitySettings settings(Map<String, Object> values) {
        return Configured.with(values);
    }
}
