package org.consilium.platform.security.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of sessions. Every method joins the caller's transaction or opens its own. */
@Component(service = SessionRepository.class)
public class SessionRepository {
    private final JpaTemplate jpa;

    @Activate
    public SessionRepository(
            @Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa,
            @Reference(target = "(domain=security)") SchemaReady schema) {
        this.jpa = jpa;
    }

    void add(SessionEntity session) {
        jpa.tx(em -> em.persist(session));
    }

    /** Without a transaction of its own: every request asks, and a transaction would be two more round trips for one row. */
    Optional<SessionEntity> find(String tokenHash) {
        return jpa.txExpr(TransactionType.Supports, em -> Optional.ofNullable(em.find(SessionEntity.class, tokenHash)));
    }

    /** Notes a use. The condition is repeated here, so that of many parallel requests one writes. */
    void touch(String tokenHash, Instant now, Instant unlessUsedSince) {
        jpa.tx(em -> em.createQuery(
                        "update SessionEntity s set s.usedAt = :now where s.tokenHash = :hash and s.usedAt < :since")
                .setParameter("now", now)
                .setParameter("hash", tokenHash)
                .setParameter("since", unlessUsedSince)
                .executeUpdate());
    }

    /** @return whose session it was; empty when there is none */
    Optional<UUID> delete(String tokenHash) {
        return jpa.txExpr(em -> {
            SessionEntity session = em.find(SessionEntity.class, tokenHash);
            if (session == null) {
                return Optional.empty();
            }
            em.remove(session);
            em.flush();
            return Optional.of(session.callerId());
        });
    }

    int deleteAll(UUID callerId) {
        return jpa.txExpr(em -> em.createQuery("delete from SessionEntity s where s.callerId = :id")
                .setParameter("id", callerId.toString())
                .executeUpdate());
    }

    /** Sessions of a kind whose time is over, at most 1,000. */
    List<SessionEntity> expired(Caller.Kind kind, Instant usedBefore, Instant createdBefore) {
        return jpa.txExpr(em -> em.createQuery(
                        "select s from SessionEntity s where s.kind = :kind"
                                + " and (s.usedAt < :usedBefore or s.createdAt < :createdBefore)",
                        SessionEntity.class)
                .setParameter("kind", kind)
                .setParameter("usedBefore", usedBefore)
                .setParameter("createdBefore", createdBefore)
                .setMaxResults(1000)
                .getResultList());
    }
}
