package org.consilium.signing.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of drafts, documents, signatures and records. */
@Component(service = SigningRepository.class)
public class SigningRepository {
    private final JpaTemplate jpa;

    @Activate
    public SigningRepository(
            @Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa,
            @Reference(target = "(domain=signing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** Runs a use case in one transaction, over all domains. */
    <R> R inTransaction(Supplier<R> useCase) {
        return tx(em -> useCase.get());
    }

    Optional<DraftEntity> draft(UUID requestId) {
        return tx(em -> Optional.ofNullable(em.find(DraftEntity.class, requestId.toString())));
    }

    /** Writes a draft that is new or was changed in this transaction. */
    void save(DraftEntity draft) {
        tx(em -> {
            if (!em.contains(draft)) {
                em.persist(draft);
            }
            try {
                em.flush();
            } catch (OptimisticLockException e) {
                throw ConsiliumException.changedMeanwhile("signing");
            } catch (PersistenceException e) {
                if (UniqueViolation.of("signing_draft_pk", e)) {
                    throw ConsiliumException.changedMeanwhile("signing");
                }
                throw e;
            }
            return null;
        });
    }

    Optional<DocumentEntity> document(UUID id) {
        return tx(em -> Optional.ofNullable(em.find(DocumentEntity.class, id.toString())));
    }

    /** The document, kept from other writers until the transaction ends. */
    Optional<DocumentEntity> lock(UUID id) {
        return tx(em ->
                Optional.ofNullable(em.find(DocumentEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    void add(DocumentEntity document, List<PageEntity> pages) {
        tx(em -> {
            em.persist(document);
            pages.forEach(em::persist);
            try {
                em.flush();
            } catch (PersistenceException e) {
                if (UniqueViolation.of("signing_document_pk", e)) {
                    throw ConsiliumException.conflict("signing.id-taken", "another document has this id");
                }
                throw e;
            }
            return null;
        });
    }

    void flush() {
        tx(em -> {
            em.flush();
            return null;
        });
    }

    /** Removes a document that was never signed. */
    void remove(DocumentEntity document) {
        tx(em -> {
            em.createQuery("delete from SignatureEntity s where s.documentId = :id")
                    .setParameter("id", document.id)
                    .executeUpdate();
            em.remove(document);
            em.flush();
            return null;
        });
    }

    /** Newest first. */
    List<DocumentEntity> documentsOf(UUID requestId) {
        return tx(em -> em.createQuery(
                        "select d from DocumentEntity d where d.requestId = :request order by d.createdAt desc, d.id desc",
                        DocumentEntity.class)
                .setParameter("request", requestId.toString())
                .getResultList());
    }

    /** What an author has to sign or to complete. */
    List<DocumentEntity> awaiting(UUID authorId, int limit) {
        return tx(em -> em.createQuery(
                        "select d from DocumentEntity d where d.authorId = :author and d.executed = false and d.dueAt is"
                                + " not null order by d.dueAt, d.id",
                        DocumentEntity.class)
                .setParameter("author", authorId.toString())
                .setMaxResults(limit)
                .getResultList());
    }

    /** An author's signed conclusions, newest first. */
    List<DocumentEntity> signed(UUID authorId, int limit) {
        return tx(em -> em.createQuery(
                        "select d from DocumentEntity d where d.authorId = :author and d.executed = true and d.kind ="
                                + " :kind order by d.createdAt desc, d.id desc",
                        DocumentEntity.class)
                .setParameter("author", authorId.toString())
                .setParameter("kind", DocumentKind.CONCLUSION)
                .setMaxResults(limit)
                .getResultList());
    }

    Optional<SignatureEntity> signature(UUID id) {
        return tx(em -> Optional.ofNullable(em.find(SignatureEntity.class, id.toString())));
    }

    Optional<SignatureEntity> signatureOf(DocumentEntity document) {
        return Optional.ofNullable(signaturesOf(List.of(document)).get(document.id));
    }

    /** By document. */
    Map<String, SignatureEntity> signaturesOf(Collection<DocumentEntity> documents) {
        List<String> ids = documents.stream().map(document -> document.id).toList();
        return ids.isEmpty()
                ? Map.of()
                : tx(em -> em
                        .createQuery(
                                "select s from SignatureEntity s where s.documentId in :ids", SignatureEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(signature -> signature.documentId, Function.identity())));
    }

    /** Puts a signature in the place of a former one that was not good. */
    void replaceSignature(SignatureEntity signature) {
        tx(em -> {
            em.createQuery("delete from SignatureEntity s where s.documentId = :document")
                    .setParameter("document", signature.documentId)
                    .executeUpdate();
            em.persist(signature);
            em.flush();
            return null;
        });
    }

    /** Signatures whose next check is due, a few. */
    List<SignatureEntity> toCheck(Instant now, int limit) {
        return tx(em -> em.createQuery(
                        "select s from SignatureEntity s where s.state = :state and s.retryAt <= :now order by s.retryAt",
                        SignatureEntity.class)
                .setParameter("state", SignatureState.CHECKING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    Optional<SignatureEntity> lockSignature(String id) {
        return tx(em -> Optional.ofNullable(em.find(SignatureEntity.class, id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** By document, in their order. */
    Map<String, List<PageEntity>> pagesOf(Collection<DocumentEntity> documents) {
        List<String> ids = documents.stream()
                .filter(document -> document.kind == DocumentKind.SCAN)
                .map(document -> document.id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : tx(em -> em
                        .createQuery(
                                "select p from PageEntity p where p.documentId in :ids order by p.documentId, p.position",
                                PageEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(page -> page.documentId)));
    }

    Optional<RecordEntity> record(UUID requestId) {
        return tx(em -> Optional.ofNullable(em.find(RecordEntity.class, requestId.toString())));
    }

    void add(RecordEntity entity) {
        tx(em -> {
            em.persist(entity);
            em.flush();
            return null;
        });
    }

    private <R> R tx(EmFunction<R> work) {
        return jpa.txExpr(TransactionType.Required, work);
    }
}
