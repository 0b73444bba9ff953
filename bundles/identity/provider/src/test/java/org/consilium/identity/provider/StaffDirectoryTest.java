package org.consilium.identity.provider;

import static org.consilium.identity.provider.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class StaffDirectoryTest {
    private final TestDatabase db;
    private final Staff staff;
    private final UUID hospital;
    private final UUID clinic;

    StaffDirectoryTest(Engine engine) {
        db = TestDatabase.on(engine);
        staff = new Staff(db.unit("identity"));
        hospital = staff.organisation("Областная больница");
        clinic = staff.organisation("Городская поликлиника № 5");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void everybodySeesEveryoneByName() {
        StaffMember petrov = staff.doctor("petrov", "Петров", "Пётр", hospital, "therapy");
        staff.doctor("elkina", "Ёлкина", "Анна", clinic);
        staff.doctor("zaytsev", "Зайцев", "Борис", clinic, "cardiology");
        staff.doctor("ezhov", "Ежов", "Яков", hospital);
        assertEquals(List.of("Ежов", "Ёлкина", "Зайцев", "Петров"), surnames(search(petrov, null, 50)));
    }

    @Test
    void pagesFollowEachOtherAlsoAmongNamesakes() {
        StaffMember reader = staff.doctor("reader", "Яковлев", "Я", hospital);
        for (int i = 0; i < 7; i++) {
            staff.doctor("ivanov" + i, "Иванов", "Иван", hospital);
        }
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<StaffMember> page = staff.directory.search(Staff.caller(reader), "", cursor, 3);
            assertTrue(page.items().size() <= 3);
            page.items().forEach(member -> seen.add(member.id()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(8, seen.size());
        assertEquals(8, Set.copyOf(seen).size());
        assertEquals(reader.id(), seen.get(7));
    }

    @Test
    void findsByAnyWordOfNamePositionSpecialityOrOrganisation() {
        StaffMember kuznetsov = staff.doctor("kuznetsov", "Кузнецов", "Фёдор", hospital);
        staff.doctor("kuzmina", "Кузьмина", "Алла", clinic);
        for (String query : List.of("кузн", "ФЕДОР", "фёд кузнец", "больн куз", "кардиология обл")) {
            assertEquals(List.of("Кузнецов"), surnames(search(kuznetsov, query, 50)), query);
        }
        assertEquals(2, search(kuznetsov, "врач конс", 50).items().size());
        assertEquals(List.of("Кузьмина"), surnames(search(kuznetsov, "поликлиника 5", 50)));
        assertTrue(search(kuznetsov, "кузн алла", 50).items().isEmpty());
        assertTrue(search(kuznetsov, "%", 50).items().size() == 2, "signs are no words");
        assertTrue(search(kuznetsov, "кузн%", 50).items().size() == 1);
    }

    @Test
    void limitsAreKept() {
        StaffMember one = staff.doctor("one", "Один", "А", hospital);
        staff.doctor("two", "Два", "Б", hospital);
        assertEquals(1, search(one, null, 0).items().size());
        assertEquals(2, search(one, null, Integer.MAX_VALUE).items().size());
        assertNull(search(one, null, 2).next());
    }

    @Test
    void aBadCursorIsRefused() {
        Caller caller = Staff.caller(staff.doctor("one", "Один", "А", hospital));
        String zero = Base64.getUrlEncoder().encodeToString("a\0\nb".getBytes(StandardCharsets.UTF_8));
        for (String cursor : List.of("!", "abc", "аб", zero)) {
            refused(400, "platform.bad-cursor", () -> staff.directory.search(caller, null, cursor, 50));
        }
    }

    @Test
    void patientsHaveNoDirectory() {
        Caller patient = Caller.patient(Uuid7.next(), Uuid7.next());
        refused(403, "identity.staff-only", () -> staff.directory.search(patient, null, null, 50));
    }

    @Test
    void coordinatorsAreActiveDoctorsWithTheRight() {
        StaffMember near = coordinator("near", "Яковлев", clinic, Caller.DOCTOR, Caller.COORDINATOR);
        StaffMember far = coordinator("far", "Абрамов", hospital, Caller.DOCTOR, Caller.COORDINATOR);
        coordinator("nurse", "Бойко", clinic, Caller.COORDINATOR);
        staff.doctor("doctor", "Врачёв", "А", clinic);

        assertEquals(List.of(far, near), staff.directory.coordinators(Set.of()));
        assertEquals(List.of(near), staff.directory.coordinators(Set.of(clinic)));
        staff.administration.dismiss(Staff.SYSTEM, far.id());
        assertEquals(List.of(near), staff.directory.coordinators(Set.of()));
    }

    private StaffMember coordinator(String login, String surname, UUID organisation, String... roles) {
        NewStaffMember member =
                new NewStaffMember(Uuid7.next(), surname, "А", null, organisation, null, null, Set.of(), Set.of(roles));
        return staff.administration.createAccount(Staff.SYSTEM, member, login, Staff.PASSWORD);
    }

    @Test
    void consultantsAreActiveDoctorsOfAProfile() {
        StaffMember heart = staff.doctor("heart", "Сердечкин", "А", hospital, "cardiology", "therapy");
        StaffMember therapist = staff.doctor("therapist", "Ангелов", "Б", clinic, "therapy");
        staff.doctor("none", "Беспрофильный", "В", clinic);
        NewStaffMember scheduler = new NewStaffMember(
                Uuid7.next(),
                "Регистратор",
                "Г",
                null,
                clinic,
                null,
                null,
                Set.of("therapy"),
                Set.of(Caller.SCHEDULER));
        staff.administration.createAccount(Staff.SYSTEM, scheduler, "scheduler", Staff.PASSWORD);

        assertEquals(List.of(therapist, heart), staff.directory.consultants(Set.of(), "therapy"));
        assertEquals(List.of(heart), staff.directory.consultants(Set.of(), "cardiology"));
        assertEquals(List.of(heart), staff.directory.consultants(Set.of(hospital), "therapy"));
        assertEquals(List.of(therapist, heart), staff.directory.consultants(Set.of(), null));
        assertEquals(List.of(therapist), staff.directory.consultants(Set.of(clinic, UUID.randomUUID()), null));
        assertTrue(staff.directory.consultants(Set.of(), "surgery").isEmpty());

        staff.administration.dismiss(Staff.SYSTEM, therapist.id());
        assertEquals(List.of(heart), staff.directory.consultants(Set.of(), "therapy"));
    }

    @Test
    void dismissedMembersKeepTheirNameButAreNotListed() {
        StaffMember gone = staff.doctor("gone", "Ушёлов", "Олег", hospital);
        StaffMember stays = staff.doctor("stays", "Оставайкин", "Олег", hospital);
        staff.administration.dismiss(Staff.SYSTEM, gone.id());
        assertEquals(List.of("Оставайкин"), surnames(search(stays, null, 50)));
        assertTrue(search(stays, "ушелов", 50).items().isEmpty());
        StaffMember found = staff.directory.find(gone.id()).orElseThrow();
        assertFalse(found.active());
        assertEquals("Ушёлов Олег Ильич", found.fullName());
    }

    @Test
    void findsSeveralAtOnce() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(staff.doctor("d" + i, "Врач", "В", hospital).id());
        }
        ids.add(UUID.randomUUID());
        ids.add(ids.get(0));
        assertEquals(3, staff.directory.findAll(ids).size());
        assertTrue(staff.directory.findAll(Set.of()).isEmpty());
        assertTrue(staff.directory.find(UUID.randomUUID()).isEmpty());
    }

    private Page<StaffMember> search(StaffMember who, String query, int limit) {
        return staff.directory.search(Staff.caller(who), query, null, limit);
    }

    private static List<String> surnames(Page<StaffMember> page) {
        return page.items().stream().map(StaffMember::surname).toList();
    }
}
