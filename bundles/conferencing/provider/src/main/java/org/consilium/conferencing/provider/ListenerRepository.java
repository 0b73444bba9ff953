package org.consilium.conferencing.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of listeners. They are changed with their room locked. */
@Component(service = ListenerRepository.class)
public class ListenerRepository {
    private final JpaTemplate jpa;

    @Activate
    public ListenerRepository(
            @Reference(target = "(osgi.unit.name=conferencing)") JpaTemplate jpa,
            @Reference(target = "(domain=conferencing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    Optional<ListenerEntity> find(UUID id) {
        return required(em -> Optional.ofNullable(em.find(ListenerEntity.class, id.toString())));
    }

    Optional<ListenerEntity> find(UUID requestId, UUID account) {
        return required(em -> em.createQuery(
                        "select l from ListenerEntity l where l.requestId = :request and l.accountId = :account",
                        ListenerEntity.class)
                .setParameter("request", requestId.toString())
                .setParameter("account", account.toString())
                .getResultStream()
                .findFirst());
    }

    List<ListenerEntity> of(UUID requestId) {
        return required(em -> em.createQuery(
                        "select l from ListenerEntity l where l.requestId = :request order by l.askedAt, l.id",
                        ListenerEntity.class)
                .setParameter("request", requestId.toString())
                .getResultList());
    }

    void add(ListenerEntity listener) {
        required(em -> {
            em.persist(listener);
            em.flush();
            return null;
        });
    }

    void remove(ListenerEntity listener) {
        required(em -> {
            em.remove(listener);
            em.flush();
            return null;
        });
    }

    private <R> R required(EmFunction<R> code) {
        return jpa.txExpr(TransactionType.Required, code);
    }
}
