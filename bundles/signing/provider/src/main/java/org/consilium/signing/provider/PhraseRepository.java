package org.consilium.signing.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of doctors' own phrases. */
@Component(service = PhraseRepository.class)
public class PhraseRepository {
    private static final int MOST = 500;

    private final JpaTemplate jpa;

    @Activate
    public PhraseRepository(
            @Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa,
            @Reference(target = "(domain=signing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(em -> work.get());
    }

    List<PhraseEntity> of(UUID ownerId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select p from PhraseEntity p where p.ownerId = :owner order by p.title, p.id",
                        PhraseEntity.class)
                .setParameter("owner", ownerId.toString())
                .setMaxResults(MOST)
                .getResultList());
    }

    Optional<PhraseEntity> find(UUID id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(PhraseEntity.class, id.toString())));
    }

    void save(PhraseEntity phrase) {
        jpa.tx(em -> {
            if (!em.contains(phrase)) {
                em.persist(phrase);
            }
            try {
                em.flush();
            } catch (OptimisticLockException e) {
                throw ConsiliumException.changedMeanwhile("signing");
            } catch (PersistenceException e) {
                if (UniqueViolation.of("signing_phrase_pk", e)) {
                    throw ConsiliumException.conflict("signing.id-taken", "another phrase has this id");
                }
                throw e;
            }
        });
    }

    void remove(PhraseEntity phrase) {
        jpa.tx(em -> {
            em.remove(phrase);
            em.flush();
        });
    }
}
