package org.consilium.platform.audit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditEntry;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class JpaAuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final TestDatabase db;
    private final JpaTemplate jpa;
    private final JpaAuditLog log;
    private final UUID subject = Uuid7.next();
    private final Caller doctor = Caller.staff(Uuid7.next(), Uuid7.next(), Set.of(Caller.DOCTOR), "Щербаков П. И.");

    JpaAuditLogTest(Engine engine) {
        db = TestDatabase.on(engine);
        jpa = db.unit("audit");
        log = new JpaAuditLog(jpa, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void keepsWhoDidWhatWhenToWhat() {
        log.append(doctor, "requests.submitted", subject, Map.of("route", "general", "slot", "\"10:00\""));
        AuditEntry entry = log.about(subject).get(0);
        assertEquals(NOW, entry.at());
        assertEquals(Caller.Kind.STAFF, entry.kind());
        assertEquals(doctor.id(), entry.callerId());
        assertEquals("Щербаков П. И.", entry.callerName());
        assertEquals("requests.submitted", entry.action());
        assertEquals(subject, entry.subject());
        assertEquals(Map.of("route", "general", "slot", "\"10:00\""), entry.details());
    }

    @Test
    void theSystemHasNoAccount() {
        log.append(Caller.system("chat"), "chat.opened", subject, Map.of());
        AuditEntry entry = log.about(subject).get(0);
        assertEquals(Caller.Kind.SYSTEM, entry.kind());
        assertEquals("chat", entry.callerName());
        assertNull(entry.callerId());
    }

    @Test
    void tellsActsInTheirOrderAndOnlyThoseAboutTheSubject() {
        List<String> actions = List.of("a.first", "a.second", "a.third", "a.fourth", "a.fifth");
        jpa.tx(em -> actions.forEach(action -> log.append(doctor, action, subject, Map.of())));
        log.append(doctor, "a.other", Uuid7.next(), Map.of());
        log.append(doctor, "a.about-nothing", null, Map.of());
        assertEquals(
                actions, log.about(subject).stream().map(AuditEntry::action).toList());
    }

    @Test
    void anActThatRolledBackLeavesNoRow() {
        assertThrows(
                IllegalArgumentException.class,
                () -> jpa.tx(em -> {
                    log.append(doctor, "requests.submitted", subject, Map.of());
                    em.flush();
                    throw new IllegalArgumentException("the act failed");
                }));
        assertEquals(List.of(), log.about(subject));
    }

    @Test
    void aReaderInTheSameTransactionSeesTheRow() {
        jpa.tx(em -> {
            log.append(doctor, "requests.submitted", subject, Map.of());
            assertEquals(1, log.about(subject).size());
        });
    }

    @Test
    void aRowIsNeverChanged() {
        log.append(doctor, "requests.submitted", subject, Map.of());
        jpa.tx(em -> em.createQuery("select e from AuditEntryEntity e", AuditEntryEntity.class)
                .getResultList()
                .forEach(row -> row.action = "requests.never-happened"));
        assertEquals("requests.submitted", log.about(subject).get(0).action());
    }

    @Test
    void aLongHistoryIsCutAtAThousandRows() {
        jpa.tx(em -> {
            for (int i = 0; i < 1_001; i++) {
                log.append(doctor, "documents.downloaded", subject, Map.of("number", String.valueOf(i)));
            }
        });
        List<AuditEntry> entries = log.about(subject);
        assertEquals(1_000, entries.size());
        assertEquals("0", entries.get(0).details().get("number"));
        assertEquals("999", entries.get(999).details().get("number"));
    }
}
