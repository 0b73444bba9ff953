package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of drafts. */
@Component(service = DraftRepository.class)
public class DraftRepository {
    private final JpaTemplate jpa;

    @Activate
    public DraftRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    Optional<DraftEntity> find(UUID id) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(DraftEntity.class, id.toString())));
    }

    /** Waits for whoever has it; held until the caller's transaction ends. */
    Optional<DraftEntity> lock(UUID id) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> Optional.ofNullable(em.find(DraftEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /** The newest first. */
    List<DraftEntity> of(UUID filerId) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select d from Draft d where d.filerId = :filer order by d.updatedAt desc, d.id desc",
                        DraftEntity.class)
                .setParameter("filer", filerId.toString())
                .getResultList());
    }

    long count(UUID filerId) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(d) from Draft d where d.filerId = :filer", Long.class)
                .setParameter("filer", filerId.toString())
                .getSingleResult());
    }

    /** @throws ConsiliumException 409 {@code requests.id-taken} when there is one with that id */
    void add(DraftEntity draft) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(draft);
            try {
                em.flush();
            } catch (RuntimeException e) {
                throw UniqueViolation.in(e) ? idTaken() : e;
            }
        });
    }

    /** Locks a draft, changes it and answers it with its new version. */
    Optional<DraftEntity> change(UUID id, Consumer<DraftEntity> change) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<DraftEntity> draft = lock(id);
            draft.ifPresent(change);
            em.flush();
            return draft;
        });
    }

    void remove(UUID id) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from Draft d where d.id = :id")
                .setParameter("id", id.toString())
                .executeUpdate());
    }

    List<DraftEntity> untouched(UUID filerId, Instant since) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select d from Draft d where d.filerId = :filer and d.updatedAt < :since", DraftEntity.class)
                .setParameter("filer", filerId.toString())
                .setParameter("since", since)
                .getResultList());
    }

    static ConsiliumException idTaken() {
        return ConsiliumException.conflict("requests.id-taken", "the id belongs to something else");
    }
}
