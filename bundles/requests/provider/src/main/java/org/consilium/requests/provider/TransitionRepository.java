package org.consilium.requests.provider;

import java.util.List;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of the steps that requests made. */
@Component(service = TransitionRepository.class)
public class TransitionRepository {
    private static final int MOST = 1_000;

    private final JpaTemplate jpa;

    @Activate
    public TransitionRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    void add(TransitionEntity transition) {
        jpa.tx(TransactionType.Required, em -> em.persist(transition));
    }

    /** In the order in which they were made. */
    List<TransitionEntity> of(UUID requestId) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select t from Transition t where t.requestId = :request order by t.id", TransitionEntity.class)
                .setParameter("request", requestId.toString())
                .setMaxResults(MOST)
                .setHint("eclipselink.read-only", "true")
                .getResultList());
    }
}
