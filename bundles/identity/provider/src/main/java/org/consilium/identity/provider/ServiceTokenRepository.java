package org.consilium.identity.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of service tokens. */
@Component(service = ServiceTokenRepository.class)
public class ServiceTokenRepository {
    private static final int MOST_LISTED = 500;

    private final JpaTemplate jpa;

    @Activate
    public ServiceTokenRepository(
            @Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa,
            @Reference(target = "(domain=identity)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** Flushed, so that an id that is taken shows here. */
    void add(ServiceTokenEntity token) {
        jpa.tx(em -> {
            em.persist(token);
            em.flush();
        });
    }

    /** Without a transaction of its own: every call of a service asks. */
    Optional<ServiceTokenEntity> find(String tokenHash) {
        return jpa.txExpr(TransactionType.Supports, em -> em.createQuery(
                        "select t from ServiceTokenEntity t where t.tokenHash = :hash", ServiceTokenEntity.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst());
    }

    Optional<ServiceTokenEntity> lock(UUID id) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(ServiceTokenEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Notes a use. The condition is repeated here, so that of many parallel calls one writes. */
    void touch(UUID id, Instant now, Instant unlessUsedSince) {
        jpa.tx(em -> em.createQuery("update ServiceTokenEntity t set t.usedAt = :now"
                        + " where t.id = :id and (t.usedAt is null or t.usedAt < :since)")
                .setParameter("now", now)
                .setParameter("id", id.toString())
                .setParameter("since", unlessUsedSince)
                .executeUpdate());
    }

    /** Also those that are over, by organisation, the newest first. */
    List<ServiceToken> all() {
        return jpa.txExpr(em -> em.createQuery(
                        "select t, o.name from ServiceTokenEntity t, OrganisationEntity o where o.id = t.organisationId"
                                + " order by o.name, o.id, t.createdAt desc, t.id",
                        Object[].class)
                .setMaxResults(MOST_LISTED)
                .getResultStream()
                .map(row -> ((ServiceTokenEntity) row[0]).toToken((String) row[1]))
                .toList());
    }
}
