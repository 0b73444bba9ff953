package org.consilium.scheduling.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates and absences: what doctors say about their time. */
@Component(service = TemplateRepository.class)
public class TemplateRepository {
    private final JpaTemplate jpa;

    @Activate
    public TemplateRepository(
            @Reference(target = "(osgi.unit.name=scheduling)") JpaTemplate jpa,
            @Reference(target = "(domain=scheduling)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.get());
    }

    Optional<TemplateEntity> template(UUID id) {
        return find(TemplateEntity.class, id);
    }

    Optional<AbsenceEntity> absence(UUID id) {
        return find(AbsenceEntity.class, id);
    }

    List<TemplateEntity> allTemplates() {
        return jpa.txExpr(
                TransactionType.Required, em -> em.createQuery("select t from TemplateEntity t", TemplateEntity.class)
                        .getResultList());
    }

    List<TemplateEntity> templates(Collection<String> doctorIds) {
        if (doctorIds.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select t from TemplateEntity t where t.doctorId in :doctors", TemplateEntity.class)
                .setParameter("doctors", doctorIds)
                .getResultList());
    }

    /** The doctors' absences that end after an instant, by start. */
    List<AbsenceEntity> absences(Collection<String> doctorIds, Instant endingAfter) {
        if (doctorIds.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select a from AbsenceEntity a where a.doctorId in :doctors and a.endAt > :after"
                                + " order by a.startAt, a.id",
                        AbsenceEntity.class)
                .setParameter("doctors", doctorIds)
                .setParameter("after", endingAfter)
                .getResultList());
    }

    /** Inserts a row; a rival that inserts the same id at the same time is answered to try again, and then finds this one. */
    void add(Object row) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(row);
            flush(em);
        });
    }

    /** Writes the changes of rows that were read in this transaction. */
    void flush() {
        jpa.tx(TransactionType.Required, TemplateRepository::flush);
    }

    void remove(Object row) {
        jpa.tx(TransactionType.Required, em -> {
            em.remove(row);
            flush(em);
        });
    }

    private <T> Optional<T> find(Class<T> type, UUID id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(type, id.toString())));
    }

    private static void flush(EntityManager em) {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw ConsiliumException.changedMeanwhile("scheduling");
        } catch (PersistenceException e) {
            if (UniqueViolation.in(e)) {
                throw ConsiliumException.changedMeanwhile("scheduling");
            }
            throw e;
        }
    }
}
