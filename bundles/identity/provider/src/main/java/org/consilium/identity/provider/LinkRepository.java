package org.consilium.identity.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of personal links and consents. Every method joins the caller's transaction or opens its own. */
@Component(service = LinkRepository.class)
public class LinkRepository {
    /** The code of a first link that met another first link. */
    static final String CHANGED = "identity.changed-meanwhile";

    private final JpaTemplate jpa;

    @Activate
    public LinkRepository(
            @Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa,
            @Reference(target = "(domain=identity)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(em -> work.get());
    }

    /** Of which request the token's link is; read before its visit is locked, the link itself afterwards. */
    Optional<UUID> requestOf(String tokenHash) {
        return jpa.txExpr(
                em -> em.createQuery("select l.requestId from LinkEntity l where l.tokenHash = :hash", String.class)
                        .setParameter("hash", tokenHash)
                        .getResultStream()
                        .findFirst()
                        .map(UUID::fromString));
    }

    Optional<LinkEntity> linkOf(String tokenHash) {
        return jpa.txExpr(em -> em.createQuery("select l from LinkEntity l where l.tokenHash = :hash", LinkEntity.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst());
    }

    Optional<LinkEntity> link(UUID id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(LinkEntity.class, id.toString())));
    }

    /** The newest one last. */
    List<LinkEntity> links(UUID requestId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select l from LinkEntity l where l.requestId = :id order by l.issuedAt, l.id",
                        LinkEntity.class)
                .setParameter("id", requestId.toString())
                .getResultList());
    }

    void add(LinkEntity link) {
        jpa.tx(em -> em.persist(link));
    }

    Optional<VisitEntity> visit(UUID requestId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(VisitEntity.class, requestId.toString())));
    }

    /** The visit, locked until the transaction ends. */
    Optional<VisitEntity> lockedVisit(UUID requestId) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(VisitEntity.class, requestId.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /** The visit, locked until the transaction ends, made when it is not there yet. */
    VisitEntity lockedOrNewVisit(UUID requestId) {
        return jpa.txExpr(em -> lockedVisit(requestId).orElseGet(() -> {
            VisitEntity visit = new VisitEntity(requestId);
            try {
                em.persist(visit);
                em.flush();
                return visit;
            } catch (RuntimeException e) {
                // two first links at the same time: whoever asks again finds the row
                throw UniqueViolation.in(e) ? ConsiliumException.changedMeanwhile("identity") : e;
            }
        }));
    }

    /** Keeps the text; called before the consent's own transaction, so that another one that keeps it at the same time does no harm. */
    void keep(String textHash, Supplier<ConsentTextEntity> text) {
        boolean known = jpa.txExpr(em -> em.find(ConsentTextEntity.class, textHash) != null);
        if (!known) {
            try {
                jpa.tx(em -> {
                    em.persist(text.get());
                    em.flush();
                });
            } catch (RuntimeException e) {
                if (!UniqueViolation.in(e)) {
                    throw e;
                }
            }
        }
    }
}
