package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of the keys of services. */
@Component(service = FilingKeyRepository.class)
public class FilingKeyRepository {
    private final JpaTemplate jpa;

    @Activate
    public FilingKeyRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** The row of that key: the one that is there, else this. Call it outside of a transaction. */
    FilingKeyEntity findOrAdd(FilingKeyEntity wanted) {
        Optional<FilingKeyEntity> known = find(wanted.id);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            jpa.tx(TransactionType.Required, em -> {
                em.persist(wanted);
                em.flush();
            });
            return wanted;
        } catch (RuntimeException e) {
            if (!UniqueViolation.in(e)) {
                throw e;
            }
            // the same call at the same time was a moment faster
            return find(wanted.id).orElseThrow(() -> e);
        }
    }

    void removeOlderThan(Instant oldest) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from FilingKey k where k.createdAt < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate());
    }

    private Optional<FilingKeyEntity> find(String id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(FilingKeyEntity.class, id)));
    }
}
