package org.consilium.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Ids;

/**
 * Doctors with open schedules beside those of the demo, so that there are slots for thousands of requests. Each is a copy of a doctor of
 * the demo under another login, round the clock in visits of twenty minutes.
 */
final class Surgery {
    /** A free slot. */
    record Slot(String doctorId, Instant start) {}

    private static final Duration VISIT = Duration.ofMinutes(20);
    private static final int DAYS = 20;

    private final List<Demo.Account> filers = new ArrayList<>();
    private final List<String> doctors = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Set<Instant>> taken = new HashMap<>();

    /** Hires doctors enough for so many visits, in the running system's database. */
    Surgery(Connection database, int filers, int visits) throws SQLException {
        // Twice the slots that are needed, spread over all days.
        int needed = 2 * visits / (DAYS * (int) (Duration.ofDays(1).toMinutes() / VISIT.toMinutes())) + 8;
        for (int i = 0; i < Math.max(needed, filers); i++) {
            Demo.Account account = new Demo.Account("bench" + i, Demo.DOCTOR.password());
            doctors.add(hire(database, account.login()));
            if (i < filers) {
                this.filers.add(account);
            }
        }
        try (PreparedStatement select = database.prepareStatement("select id from registry_person order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                people.add(rows.getString(1));
            }
        }
        Instant first = LocalDate.now()
                .plusDays(2)
                .atStartOfDay(ZoneId.of("Europe/Moscow"))
                .toInstant();
        for (String doctor : doctors) {
            for (Instant start = first; start.isBefore(first.plus(Duration.ofDays(DAYS))); start = start.plus(VISIT)) {
                slots.add(new Slot(doctor, start));
            }
        }
        Collections.shuffle(slots, new Random(1));
    }

    Demo.Account filer(int number) {
        return filers.get(number);
    }

    /** A slot that is given to nobody else, at a time at which the patient has no other: two visits at once are refused. */
    synchronized Slot nextSlot(String patient) {
        Set<Instant> times = taken.computeIfAbsent(patient, p -> new HashSet<>());
        int i = slots.size() - 1;
        while (!times.add(slots.get(i).start())) {
            i--;
        }
        return slots.remove(i);
    }

    /** Patients in turn. */
    String patient(int number) {
        return people.get(number % people.size());
    }

    int doctors() {
        return doctors.size();
    }

    private static String hire(Connection database, String login) throws SQLException {
        String id = Ids.next();
        execute(
                database,
                "insert into identity_account (id, login, password_hash, surname, name, patronymic, sort_name, organisation_id,"
                        + " job_position, speciality, profiles, roles, active, created_at, version) select ?, ?, password_hash, surname,"
                        + " name, patronymic, sort_name, organisation_id, job_position, speciality, profiles, roles, active, created_at,"
                        + " version from identity_account where login = ?",
                id,
                login,
                Demo.DOCTOR.login());
        execute(
                database,
                "insert into identity_consultant (profile, account_id) select profile, ? from identity_consultant c"
                        + " join identity_account a on a.id = c.account_id where a.login = ?",
                id,
                Demo.DOCTOR.login());
        execute(
                database,
                "insert into scheduling_template (id, doctor_id, doctor_name, title, weekdays, start_minute, end_minute, slot_minutes,"
                        + " buffer_minutes, valid_from, valid_to, author, version) values (?, ?, 'Щербаков П. И.', 'Приём', '1234567',"
                        + " 0, 1440, 20, 0, current_date, null, ?, 1)",
                Ids.next(),
                id,
                "STAFF:" + id);
        return id;
    }

    private static void execute(Connection database, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
