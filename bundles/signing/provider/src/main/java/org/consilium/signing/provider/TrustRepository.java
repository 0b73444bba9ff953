package org.consilium.signing.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the operator's trust list. */
@Component(service = TrustRepository.class)
public class TrustRepository {
    private final JpaTemplate jpa;

    @Activate
    public TrustRepository(
            @Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa,
            @Reference(target = "(domain=signing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return tx(em -> work.get());
    }

    List<AuthorityEntity> all() {
        return tx(em -> em.createQuery(
                        "select a from AuthorityEntity a order by a.name, a.fingerprint", AuthorityEntity.class)
                .getResultList());
    }

    Optional<AuthorityEntity> lock(String fingerprint) {
        return tx(
                em -> Optional.ofNullable(em.find(AuthorityEntity.class, fingerprint, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Writes a new one, or what was changed in a locked one. */
    void save(AuthorityEntity authority) {
        tx(em -> {
            if (!em.contains(authority)) {
                em.persist(authority);
            }
            em.flush();
            return null;
        });
    }

    void remove(AuthorityEntity authority) {
        tx(em -> {
            em.remove(authority);
            em.flush();
            return null;
        });
    }

    private <R> R tx(EmFunction<R> work) {
        return jpa.txExpr(TransactionType.Required, work);
    }
}
