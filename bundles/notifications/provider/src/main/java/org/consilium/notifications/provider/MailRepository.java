package org.consilium.notifications.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of mails and reminders; the only class with an {@code EntityManager}. */
@Component(service = MailRepository.class)
public class MailRepository {
    private final JpaTemplate jpa;

    @Activate
    public MailRepository(
            @Reference(target = "(osgi.unit.name=notifications)") JpaTemplate jpa,
            @Reference(target = "(domain=notifications)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.get());
    }

    /** Whether a mail was written about the occasion already. */
    boolean isWritten(UUID requestId, String occasion) {
        return tx(em -> em.createQuery(
                                "select count(m.id) from MailEntity m where m.requestId = :request and m.occasion ="
                                        + " :occasion",
                                Long.class)
                        .setParameter("request", requestId.toString())
                        .setParameter("occasion", occasion)
                        .getSingleResult()
                > 0);
    }

    /** Puts a mail into the queue; flushed, so that a second one about the same occasion fails here. */
    void enqueue(NewMail mail, Instant now) {
        tx(em -> {
            em.persist(MailEntity.of(Uuid7.next(), mail, now));
            em.flush();
            return null;
        });
    }

    /**
     * Takes the mail that waits longest and keeps it from other workers for a while; one that is taken by another
     * node just now is passed over.
     *
     * @param lease how long nobody else takes it, longer than any attempt lasts
     */
    Optional<MailEntity> claim(Instant now, Duration lease) {
        return tx(em -> {
            List<?> waiting = em.createNativeQuery(
                            "select m.* from notifications_mail m where m.state = 'QUEUED' and m.due_at <= ?1"
                                    + " order by m.due_at, m.id fetch first 1 rows only for update skip locked",
                            MailEntity.class)
                    .setParameter(1, java.sql.Timestamp.from(now))
                    .getResultList();
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            MailEntity mail = (MailEntity) waiting.get(0);
            mail.attempts++;
            mail.dueAt = now.plus(lease);
            em.flush();
            return Optional.of(mail);
        });
    }

    /** Changes a mail's row; nothing happens when it is not in the queue any more. */
    void change(String id, Consumer<MailEntity> change) {
        tx(em -> {
            MailEntity mail = em.find(MailEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (mail != null && mail.state == MailState.QUEUED) {
                change.accept(mail);
                em.flush();
            }
            return null;
        });
    }

    /** Ids of the mails that wait although they are of no use any more. */
    List<String> outdated(Instant now, int limit) {
        return tx(em -> em.createQuery(
                        "select m.id from MailEntity m where m.state = :queued and m.validUntil < :now order by m.id",
                        String.class)
                .setParameter("queued", MailState.QUEUED)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Ids of a request's mails that wait. */
    List<String> waiting(UUID requestId) {
        return tx(em -> em.createQuery(
                        "select m.id from MailEntity m where m.requestId = :request and m.state = :queued order by"
                                + " m.id",
                        String.class)
                .setParameter("request", requestId.toString())
                .setParameter("queued", MailState.QUEUED)
                .getResultList());
    }

    long countQueued() {
        return tx(em -> em.createQuery("select count(m.id) from MailEntity m where m.state = :queued", Long.class)
                .setParameter("queued", MailState.QUEUED)
                .getSingleResult());
    }

    /** Since when the first mail of the queue has been waiting. */
    Optional<Instant> oldestQueued() {
        return tx(em -> em.createQuery(
                        "select m from MailEntity m where m.state = :queued order by m.createdAt", MailEntity.class)
                .setParameter("queued", MailState.QUEUED)
                .setMaxResults(1)
                .getResultStream()
                .map(mail -> mail.createdAt)
                .findFirst());
    }

    /** A request's mails, oldest first. */
    List<MailEntity> ofRequest(UUID requestId) {
        return tx(em -> em.createQuery(
                        "select m from MailEntity m where m.requestId = :request order by m.createdAt, m.id",
                        MailEntity.class)
                .setParameter("request", requestId.toString())
                .getResultList());
    }

    void add(AttemptEntity attempt) {
        tx(em -> {
            em.persist(attempt);
            return null;
        });
    }

    /** Oldest first, at most 500. */
    List<AttemptEntity> attempts(UUID requestId) {
        return tx(em -> em.createQuery(
                        "select a from AttemptEntity a where a.requestId = :request order by a.id", AttemptEntity.class)
                .setParameter("request", requestId.toString())
                .setMaxResults(500)
                .getResultList());
    }

    List<ReminderEntity> reminders(UUID requestId) {
        return tx(em -> em.createQuery(
                        "select r from ReminderEntity r where r.requestId = :request order by r.dueAt, r.id",
                        ReminderEntity.class)
                .setParameter("request", requestId.toString())
                .getResultList());
    }

    void plan(ReminderEntity reminder) {
        tx(em -> {
            em.persist(reminder);
            em.flush();
            return null;
        });
    }

    /** The reminder whose time came first. */
    Optional<ReminderEntity> dueReminder(Instant now) {
        return tx(em -> em.createQuery(
                        "select r from ReminderEntity r where r.dueAt <= :now order by r.dueAt, r.id",
                        ReminderEntity.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    /** The reminder's row, locked until the transaction ends; empty when another worker was first. */
    Optional<ReminderEntity> lockReminder(String id) {
        return tx(em -> Optional.ofNullable(em.find(ReminderEntity.class, id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Whether a later reminder of the same request is due as well. */
    boolean hasLaterDue(ReminderEntity reminder, Instant now) {
        return tx(em -> em.createQuery(
                                "select count(r.id) from ReminderEntity r"
                                        + " where r.requestId = :request and r.leadMinutes < :lead and r.dueAt <= :now",
                                Long.class)
                        .setParameter("request", reminder.requestId)
                        .setParameter("lead", reminder.leadMinutes)
                        .setParameter("now", now)
                        .getSingleResult()
                > 0);
    }

    void postpone(String reminderId, Instant dueAt) {
        tx(em -> em.createQuery("update ReminderEntity r set r.dueAt = :due where r.id = :id")
                .setParameter("due", dueAt)
                .setParameter("id", reminderId)
                .executeUpdate());
    }

    void deleteReminder(String id) {
        tx(em -> em.createQuery("delete from ReminderEntity r where r.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    void deleteReminders(UUID requestId) {
        tx(em -> em.createQuery("delete from ReminderEntity r where r.requestId = :request")
                .setParameter("request", requestId.toString())
                .executeUpdate());
    }

    private <R> R tx(Function<EntityManager, R> work) {
        return jpa.txExpr(TransactionType.Required, work::apply);
    }
}
