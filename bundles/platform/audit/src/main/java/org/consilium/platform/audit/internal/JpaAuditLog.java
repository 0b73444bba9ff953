package org.consilium.platform.audit.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditEntry;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log as rows of a table to which nothing but this class writes, and only by insert. */
@Component(service = AuditLog.class)
public class JpaAuditLog implements AuditLog {
    private static final int MOST_ENTRIES = 1_000;

    private final JpaTemplate jpa;
    private final AscendingClock clock;
    private final AuditDetails json = new AuditDetails();

    @Activate
    public JpaAuditLog(
            @Reference(target = "(osgi.unit.name=audit)") JpaTemplate jpa,
            @Reference(target = "(domain=audit)") SchemaReady schema) {
        this(jpa, Clock.systemUTC());
    }

    JpaAuditLog(JpaTemplate jpa, Clock clock) {
        this.jpa = jpa;
        this.clock = new AscendingClock(clock);
    }

    @Override
    public void append(Caller caller, String action, UUID subject, Map<String, String> details) {
        AuditEntryEntity row = new AuditEntryEntity();
        row.id = Uuid7.next().toString();
        row.at = clock.next();
        row.callerKind = caller.kind().name();
        row.callerId = text(caller.id());
        row.callerName = caller.name();
        row.action = action;
        row.subject = text(subject);
        row.details = json.toJson(details);
        jpa.tx(TransactionType.Required, em -> em.persist(row));
    }

    @Override
    public List<AuditEntry> about(UUID subject) {
        return jpa
                .txExpr(TransactionType.Required, em -> em.createQuery(
                                "select e from AuditEntryEntity e where e.subject = :subject order by e.at, e.id",
                                AuditEntryEntity.class)
                        .setParameter("subject", subject.toString())
                        .setMaxResults(MOST_ENTRIES)
                        .getResultList())
                .stream()
                .map(this::entry)
                .toList();
    }

    private AuditEntry entry(AuditEntryEntity row) {
        return new AuditEntry(
                UUID.fromString(row.id),
                row.at,
                Caller.Kind.valueOf(row.callerKind),
                uuid(row.callerId),
                row.callerName,
                row.action,
                uuid(row.subject),
                json.fromJson(row.details));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static UUID uuid(String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
