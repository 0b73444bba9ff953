package org.consilium.platform.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.security.SessionEnded;
import org.consilium.platform.security.Sessions;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class StoredSessionsTest {
    private static final Caller DOCTOR =
            Caller.staff(Uuid7.next(), Uuid7.next(), Set.of(Caller.DOCTOR, Caller.SCHEDULER), "Щербаков П. И.");
    private static final Caller PATIENT = Caller.patient(Uuid7.next(), Uuid7.next());

    private final TestDatabase db;
    private final JpaTemplate jpa;
    private final TickingClock clock = new TickingClock();
    private final StoredSessions sessions;
    private final List<String> ended = new ArrayList<>();

    StoredSessionsTest(Engine engine) {
        db = TestDatabase.on(engine);
        jpa = db.unit("security");
        sessions = new StoredSessions(
                new SessionRepository(jpa, TestDatabase.READY), TestDatabase.transactions(), new Defaults(), clock);
        sessions.listeners = List.of(this::noteEnd);
    }

    @AfterEach
    void close() {
        sessions.close();
        db.close();
    }

    @Test
    void findsWhoTheTokenBelongsTo() {
        assertEquals(Optional.of(DOCTOR), sessions.find(sessions.open(DOCTOR)));
        assertEquals(Optional.of(PATIENT), sessions.find(sessions.open(PATIENT)));
        Caller withoutRoles = Caller.staff(Uuid7.next(), null, Set.of(), "Ы");
        assertEquals(Optional.of(withoutRoles), sessions.find(sessions.open(withoutRoles)));
    }

    @Test
    void theSystemHasNoSessions() {
        assertThrows(IllegalArgumentException.class, () -> sessions.open(Caller.system("test")));
        assertThrows(IllegalArgumentException.class, () -> sessions.cookie(Caller.Kind.SYSTEM, "x"));
    }

    @Test
    void tokensAre256BitsAndStoredHashed() throws SQLException {
        String token = sessions.open(DOCTOR);
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(token, sessions.open(DOCTOR));
        assertFalse(column("token_hash").contains(token));
        assertTrue(column("token_hash").matches("[0-9a-f]{64}"));
    }

    @Test
    void unknownTokensAreNobody() {
        String token = sessions.open(DOCTOR);
        for (String wrong :
                new String[] {null, "", "x", token + "A", token.substring(1) + "!", "' or 1=1 --", "а".repeat(43)}) {
            assertEquals(Optional.empty(), sessions.find(wrong), wrong);
            sessions.close(wrong);
        }
        assertTrue(sessions.find(token).isPresent());
        assertTrue(ended.isEmpty());
    }

    @Test
    void endsAfterIdleTime() {
        String token = sessions.open(DOCTOR);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(29));
            assertTrue(sessions.find(token).isPresent());
        }
        clock.advance(Duration.ofMinutes(31));
        assertTrue(sessions.find(token).isEmpty());
    }

    @Test
    void endsAfterAbsoluteTimeThoughUsed() {
        String token = sessions.open(DOCTOR);
        for (int i = 0; i < 36; i++) {
            assertTrue(sessions.find(token).isPresent());
            clock.advance(Duration.ofMinutes(20));
        }
        clock.advance(Duration.ofSeconds(1));
        assertTrue(sessions.find(token).isEmpty());
    }

    @Test
    void patientsMayBeIdleForLonger() {
        String token = sessions.open(PATIENT);
        clock.advance(Duration.ofHours(11));
        assertTrue(sessions.find(token).isPresent());
        clock.advance(Duration.ofHours(2));
        assertTrue(sessions.find(token).isEmpty());
    }

    @Test
    void aUseIsWrittenAtMostOnceAMinute() throws SQLException {
        String token = sessions.open(DOCTOR);
        Instant opened = usedAt();
        clock.advance(Duration.ofSeconds(50));
        sessions.find(token);
        assertEquals(opened, usedAt());
        clock.advance(Duration.ofSeconds(11));
        sessions.find(token);
        assertEquals(opened.plusSeconds(61), usedAt());
    }

    @Test
    void closeEndsOneSessionAndTells() {
        String first = sessions.open(DOCTOR);
        String second = sessions.open(DOCTOR);
        sessions.close(first);
        assertTrue(sessions.find(first).isEmpty());
        assertTrue(sessions.find(second).isPresent());
        assertEquals(List.of(DOCTOR.id() + " one"), ended);
        sessions.close(first);
        assertEquals(1, ended.size());
    }

    @Test
    void aBrokenListenerKeepsNothingFromTheOthers() {
        SessionEnded broken = (caller, hash) -> {
            throw new IllegalStateException("a broken listener");
        };
        sessions.listeners = List.of(broken, this::noteEnd);
        sessions.close(sessions.open(DOCTOR));
        assertEquals(1, ended.size());
    }

    @Test
    void closeAllEndsThoseOfOneCaller() {
        String first = sessions.open(DOCTOR);
        String second = sessions.open(DOCTOR);
        String patient = sessions.open(PATIENT);
        sessions.closeAll(DOCTOR.id());
        sessions.closeAll(UUID.randomUUID());
        assertTrue(sessions.find(first).isEmpty());
        assertTrue(sessions.find(second).isEmpty());
        assertTrue(sessions.find(patient).isPresent());
        assertEquals(List.of(DOCTOR.id() + " all"), ended);
    }

    @Test
    void tellsOnlyAfterTheCallersTransactionCommitted() {
        String token = sessions.open(DOCTOR);
        jpa.tx(em -> {
            sessions.close(token);
            assertTrue(ended.isEmpty());
        });
        assertEquals(1, ended.size());
    }

    @Test
    void rollsBackWithTheCallersTransaction() {
        String token = sessions.open(DOCTOR);
        String[] opened = new String[1];
        assertThrows(
                IllegalStateException.class,
                () -> jpa.tx(em -> {
                    opened[0] = sessions.open(PATIENT);
                    sessions.close(token);
                    throw new IllegalStateException("the use case failed");
                }));
        assertTrue(sessions.find(token).isPresent());
        assertTrue(sessions.find(opened[0]).isEmpty());
        assertTrue(ended.isEmpty());
    }

    @Test
    void sweepRemovesWhatIsOverAndTells() throws SQLException {
        sessions.open(DOCTOR);
        String patient = sessions.open(PATIENT);
        clock.advance(Duration.ofMinutes(20));
        String fresh = sessions.open(DOCTOR);
        clock.advance(Duration.ofMinutes(20));
        sessions.sweep();
        assertEquals(2, rows());
        assertTrue(sessions.find(patient).isPresent());
        assertTrue(sessions.find(fresh).isPresent());
        assertEquals(List.of(DOCTOR.id() + " one"), ended);
    }

    @Test
    void cookiesCannotBeReadByScriptsNorSentFromElsewhere() {
        assertEquals(
                "__Host-consilium=abc; Path=/; Secure; HttpOnly; SameSite=Strict",
                sessions.cookie(Caller.Kind.STAFF, "abc"));
        assertEquals(
                "__Host-consilium-visit=abc; Path=/; Secure; HttpOnly; SameSite=Strict",
                sessions.cookie(Caller.Kind.PATIENT, "abc"));
        assertTrue(sessions.clearedCookie(Caller.Kind.STAFF).startsWith(Sessions.STAFF_COOKIE + "=;"));
        assertTrue(sessions.clearedCookie(Caller.Kind.STAFF).contains("Max-Age=0"));
    }

    private void noteEnd(UUID caller, String tokenHash) {
        ended.add(caller + " " + (tokenHash == null ? "all" : "one"));
    }

    private Instant usedAt() throws SQLException {
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select used_at from security_session")) {
            rows.next();
            return rows.getObject(1, Timestamp.class).toInstant();
        }
    }

    private String column(String name) throws SQLException {
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + name + " from security_session")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private int rows() throws SQLException {
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from security_session")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The defaults of the configuration. */
    private static final class Defaults implements SecurityConfig {
        @Override
        public String[] extraOrigins() {
            return new String[0];
        }

        @Override
        public int staffIdleMinutes() {
            return 30;
        }

        @Override
        public int staffAbsoluteHours() {
            return 12;
        }

        @Override
        public int patientIdleMinutes() {
            return 720;
        }

        @Override
        public int patientAbsoluteHours() {
            return 12;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SecurityConfig.class;
        }
    }
}
