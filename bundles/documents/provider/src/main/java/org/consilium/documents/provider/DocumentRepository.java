package org.consilium.documents.provider;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.SearchWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of files, their words, their contents and the bytes counted; the only class with an {@code EntityManager}. */
@Component(service = DocumentRepository.class)
public class DocumentRepository {
    private static final int CHUNK = 500;

    private final JpaTemplate jpa;

    @Activate
    public DocumentRepository(
            @Reference(target = "(osgi.unit.name=documents)") JpaTemplate jpa,
            @Reference(target = "(domain=documents)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.get());
    }

    Optional<DocumentEntity> find(UUID id) {
        return tx(em -> Optional.ofNullable(em.find(DocumentEntity.class, id.toString())));
    }

    List<DocumentEntity> findAll(Collection<UUID> ids) {
        Set<String> keys = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        return tx(em -> inChunks(
                keys, chunk -> em.createQuery("select f from DocumentEntity f where f.id in :ids", DocumentEntity.class)
                        .setParameter("ids", chunk)
                        .getResultList()));
    }

    /** Writes a new file; flushed, so that a second one with the same id is known at once. */
    void insert(DocumentEntity file) {
        tx(em -> {
            em.persist(file);
            SearchWords.of(file.name, file.folder)
                    .forEach(word -> em.persist(new WordEntity(file.ownerId, word, file.id)));
            em.flush();
            return null;
        });
    }

    /** The file's row, locked until the transaction ends. */
    Optional<DocumentEntity> lock(UUID id) {
        return tx(em ->
                Optional.ofNullable(em.find(DocumentEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Writes a changed name or folder of a locked file, with its words. */
    void reindex(DocumentEntity file) {
        tx(em -> {
            deleteWords(em, file);
            SearchWords.of(file.name, file.folder)
                    .forEach(word -> em.persist(new WordEntity(file.ownerId, word, file.id)));
            em.flush();
            return null;
        });
    }

    /** Deletes a locked file. */
    void delete(DocumentEntity file) {
        tx(em -> {
            deleteWords(em, file);
            em.remove(file);
            em.flush();
            return null;
        });
    }

    /** An owner's files, newest first; each word of the query begins one of the file's words. */
    List<DocumentEntity> ofOwner(UUID ownerId, String query, String folder, FileCursor after, int limit) {
        List<String> words = SearchWords.query(query);
        StringBuilder jpql = new StringBuilder("select f from DocumentEntity f where f.ownerId = :owner");
        if (folder != null) {
            jpql.append(" and f.folder = :folder");
        }
        if (after != null) {
            jpql.append(" and (f.uploadedAt < :at or (f.uploadedAt = :at and f.id < :id))");
        }
        for (int i = 0; i < words.size(); i++) {
            jpql.append(" and exists (select w.word from WordEntity w where w.ownerId = f.ownerId and w.fileId = f.id"
                    + " and w.word >= :from" + i + " and w.word < :to" + i + ")");
        }
        jpql.append(" order by f.uploadedAt desc, f.id desc");
        return tx(em -> {
            TypedQuery<DocumentEntity> select = em.createQuery(jpql.toString(), DocumentEntity.class);
            select.setParameter("owner", ownerId.toString()).setMaxResults(limit);
            if (folder != null) {
                select.setParameter("folder", folder);
            }
            if (after != null) {
                select.setParameter("at", after.uploadedAt()).setParameter("id", after.id());
            }
            for (int i = 0; i < words.size(); i++) {
                select.setParameter("from" + i, words.get(i));
                select.setParameter("to" + i, SearchWords.upperBound(words.get(i)));
            }
            return select.getResultList();
        });
    }

    /** The folders of an owner with the number of files in each, by name; files outside any folder are not counted. */
    List<Folder> folders(UUID ownerId) {
        return tx(em -> em
                .createQuery(
                        "select f.folder, count(f.id) from DocumentEntity f where f.ownerId = :owner and f.folder <> ''"
                                + " group by f.folder order by f.folder",
                        Object[].class)
                .setParameter("owner", ownerId.toString())
                .getResultList()
                .stream()
                .map(row -> new Folder((String) row[0], (Long) row[1]))
                .toList());
    }

    /** The files of a request, oldest first. */
    List<DocumentEntity> ofRequest(UUID requestId, int limit) {
        return tx(em -> em.createQuery(
                        "select f from DocumentEntity f where f.requestId = :request order by f.uploadedAt, f.id",
                        DocumentEntity.class)
                .setParameter("request", requestId.toString())
                .setMaxResults(limit)
                .getResultList());
    }

    /** Adds bytes to what a holder has; false, and nothing added, when that would exceed the quota. */
    boolean charge(UUID holderId, long bytes, long quota) {
        return tx(em -> {
            if (em.find(UsageEntity.class, holderId.toString()) == null) {
                UsageEntity usage = new UsageEntity();
                usage.holderId = holderId.toString();
                em.persist(usage);
                em.flush();
            }
            return em.createQuery("update UsageEntity u set u.size = u.size + :bytes"
                                    + " where u.holderId = :holder and u.size + :bytes <= :quota")
                            .setParameter("bytes", bytes)
                            .setParameter("holder", holderId.toString())
                            .setParameter("quota", quota)
                            .executeUpdate()
                    == 1;
        });
    }

    /** Takes bytes off what a holder has. */
    void release(UUID holderId, long bytes) {
        tx(em -> em.createQuery("update UsageEntity u set u.size = u.size - :bytes where u.holderId = :holder")
                .setParameter("bytes", bytes)
                .setParameter("holder", holderId.toString())
                .executeUpdate());
    }

    /** Locks the row of a content until the transaction ends, and makes it when there is none. */
    void lockContent(String hash) {
        tx(em -> {
            if (em.find(ContentEntity.class, hash, LockModeType.PESSIMISTIC_WRITE) == null) {
                ContentEntity content = new ContentEntity();
                content.hash = hash;
                content.storedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                em.persist(content);
                em.flush();
            }
            return null;
        });
    }

    /** Whether a file has this content; ask under {@link #lockContent}. */
    boolean isUsed(String hash) {
        return tx(em -> em.createQuery("select count(f.id) from DocumentEntity f where f.hash = :hash", Long.class)
                        .setParameter("hash", hash)
                        .getSingleResult()
                > 0);
    }

    void deleteContent(String hash) {
        tx(em -> em.createQuery("delete from ContentEntity c where c.hash = :hash")
                .setParameter("hash", hash)
                .executeUpdate());
    }

    /** Contents that no file has. */
    List<String> unusedContents(int limit) {
        return tx(em -> em.createQuery(
                        "select c.hash from ContentEntity c where not exists"
                                + " (select f.id from DocumentEntity f where f.hash = c.hash) order by c.hash",
                        String.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Those of the given contents which have no row. */
    Set<String> unknownContents(Collection<String> hashes) {
        Set<String> unknown = new HashSet<>(hashes);
        tx(em -> inChunks(unknown, chunk -> em.createQuery(
                                "select c.hash from ContentEntity c where c.hash in :hashes", String.class)
                        .setParameter("hashes", chunk)
                        .getResultList()))
                .forEach(unknown::remove);
        return unknown;
    }

    private static void deleteWords(EntityManager em, DocumentEntity file) {
        em.createQuery("delete from WordEntity w where w.ownerId = :owner and w.fileId = :file")
                .setParameter("owner", file.ownerId)
                .setParameter("file", file.id)
                .executeUpdate();
    }

    private static <T> List<T> inChunks(Collection<String> keys, Function<List<String>, List<T>> query) {
        List<String> all = new ArrayList<>(keys);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(query.apply(all.subList(from, Math.min(from + CHUNK, all.size()))));
        }
        return found;
    }

    private <R> R tx(Function<EntityManager, R> work) {
        return jpa.txExpr(TransactionType.Required, work::apply);
    }

    /** Files by id. */
    static Map<UUID, DocumentEntity> byId(Collection<DocumentEntity> files) {
        return files.stream().collect(Collectors.toMap(file -> UUID.fromString(file.id), Function.identity()));
    }
}
