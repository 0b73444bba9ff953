package org.consilium.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.notifications.api.Mail;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.signing.testauthority.TestKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The demo's own rows: which parts of it this database holds, and the mails. */
@Component(service = DemoRepository.class)
public class DemoRepository {
    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public DemoRepository(
            @Reference(target = "(osgi.unit.name=demo)") JpaTemplate jpa,
            @Reference(target = "(domain=demo)") SchemaReady schema) {
        this(jpa, schema, Clock.systemUTC());
    }

    DemoRepository(JpaTemplate jpa, SchemaReady schema, Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    boolean holds(String part) {
        return jpa.txExpr(TransactionType.Required, em -> em.find(MarkerEntity.class, part) != null);
    }

    void mark(String part) {
        jpa.tx(TransactionType.Required, em -> {
            if (em.find(MarkerEntity.class, part) == null) {
                em.persist(new MarkerEntity(part, now()));
            }
        });
    }

    /** Keeps a mail, once for each id, and forgets all but the newest. */
    void keep(Mail mail, int newest) {
        jpa.tx(TransactionType.Required, em -> {
            if (em.find(MailEntity.class, mail.id().toString()) != null) {
                return;
            }
            em.persist(new MailEntity(mail, now()));
            em.flush();
            // ids only: a mail may be long, and this runs for each new one
            List<String> old = em.createQuery(
                            "select m.id from MailEntity m order by m.receivedAt desc, m.id desc", String.class)
                    .setFirstResult(newest)
                    .getResultList();
            if (!old.isEmpty()) {
                em.createQuery("delete from MailEntity m where m.id in :old")
                        .setParameter("old", old)
                        .executeUpdate();
            }
        });
    }

    /** The newest first. */
    List<StoredMail> mails() {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select m from MailEntity m order by m.receivedAt desc, m.id desc", MailEntity.class)
                .getResultList()
                .stream()
                .map(MailEntity::toStoredMail)
                .toList());
    }

    Optional<StoredMail> mail(UUID id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(MailEntity.class, id.toString()))
                .map(MailEntity::toStoredMail));
    }

    /** The key of a holder, made by the one who asks first. */
    KeyEntity key(String holder, Supplier<TestKey> made) {
        return jpa.txExpr(TransactionType.Required, em -> {
            KeyEntity known = em.find(KeyEntity.class, holder);
            if (known == null) {
                known = new KeyEntity(holder, made.get());
                em.persist(known);
                em.flush();
            }
            return known;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
