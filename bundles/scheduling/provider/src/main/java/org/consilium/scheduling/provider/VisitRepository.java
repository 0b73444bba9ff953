package org.consilium.scheduling.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.PersistenceException;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Visits and the cells that they occupy. */
@Component(service = VisitRepository.class)
public class VisitRepository {
    /** No visit with its buffer is longer; how far back a range must look for visits that reach into it. */
    static final Duration LONGEST = Duration.ofMinutes(TemplateRules.LONGEST_SLOT + TemplateRules.LONGEST_BUFFER);

    private final JpaTemplate jpa;

    @Activate
    public VisitRepository(
            @Reference(target = "(osgi.unit.name=scheduling)") JpaTemplate jpa,
            @Reference(target = "(domain=scheduling)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.get());
    }

    Optional<VisitEntity> find(UUID requestId) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(VisitEntity.class, requestId.toString())));
    }

    /** The doctors' visits that share time with [from, to), buffers included, by start. */
    List<VisitEntity> between(Collection<String> doctorIds, Instant from, Instant to) {
        if (doctorIds.isEmpty()) {
            return List.of();
        }
        return jpa
                .txExpr(TransactionType.Required, em -> em.createQuery(
                                "select v from VisitEntity v where v.doctorId in :doctors"
                                        + " and v.startAt > :from and v.startAt < :to order by v.startAt, v.requestId",
                                VisitEntity.class)
                        .setParameter("doctors", doctorIds)
                        .setParameter("from", from.minus(LONGEST))
                        .setParameter("to", to)
                        .getResultList())
                .stream()
                .filter(visit -> visit.freeAt().isAfter(from))
                .toList();
    }

    /**
     * Inserts the visit's row.
     *
     * @throws ConsiliumException 409 {@code scheduling.changed-meanwhile} when a rival transaction books the same request
     */
    void add(VisitEntity visit) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(visit);
            try {
                em.flush();
            } catch (PersistenceException e) {
                if (UniqueViolation.in(e) || LostRace.in(e)) {
                    throw ConsiliumException.changedMeanwhile("scheduling");
                }
                throw e;
            }
        });
    }

    /**
     * Takes the cells for a request, in ascending order, which is the order of every transaction, so that rivals wait for one another and
     * never in a circle.
     *
     * @param taken what to throw when a rival holds one of them
     */
    void occupy(Cells cells, UUID requestId, Supplier<? extends ConsiliumException> taken) {
        jpa.tx(TransactionType.Required, em -> {
            Query insert = em.createNativeQuery(insertOf(cells.count()));
            insert.setParameter(1, cells.holder());
            insert.setParameter(2, requestId.toString());
            for (int i = 0; i < cells.count(); i++) {
                insert.setParameter(i + 3, cells.first() + i);
            }
            try {
                insert.executeUpdate();
            } catch (PersistenceException e) {
                if (LostRace.in(e)) {
                    throw taken.get();
                }
                throw e;
            }
        });
    }

    /** Deletes the visit and frees its cells. */
    void remove(VisitEntity visit) {
        jpa.tx(TransactionType.Required, em -> {
            em.createNativeQuery("delete from scheduling_cell where request_id = ?1")
                    .setParameter(1, visit.requestId)
                    .executeUpdate();
            em.remove(em.contains(visit) ? visit : em.getReference(VisitEntity.class, visit.requestId));
            em.flush();
        });
    }

    /** Ends a visit of this transaction earlier and frees the cells behind its new end. */
    void shorten(VisitEntity visit, int minutes) {
        jpa.tx(TransactionType.Required, em -> {
            visit.minutes = minutes;
            em.createNativeQuery("delete from scheduling_cell where request_id = ?1"
                            + " and (holder = ?2 and cell >= ?3 or holder <> ?4 and cell >= ?5)")
                    .setParameter(1, visit.requestId)
                    .setParameter(2, visit.doctorId)
                    .setParameter(3, Cells.after(visit.freeAt()))
                    .setParameter(4, visit.doctorId)
                    .setParameter(5, Cells.after(visit.endAt()))
                    .executeUpdate();
            em.flush();
        });
    }

    private static String insertOf(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "(?1, ?" + (i + 3) + ", 0, ?2)")
                .collect(Collectors.joining(
                        ", ", "insert into scheduling_cell (holder, cell, lane, request_id) values ", ""));
    }
}
