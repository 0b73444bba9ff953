package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.SearchWords;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of requests and of the words by which they are found. */
@Component(service = RequestRepository.class)
public class RequestRepository {
    private final JpaTemplate jpa;

    @Activate
    public RequestRepository(
            @Reference(target = "(osgi.unit.name=requests)") JpaTemplate jpa,
            @Reference(target = "(domain=requests)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** One transaction over all domains that the work calls. */
    <R> R inTransaction(Supplier<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> work.get());
    }

    Optional<RequestEntity> find(UUID id) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(RequestEntity.class, id.toString())));
    }

    Optional<RequestEntity> findByNumber(String number) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r from Request r where r.number = :number", RequestEntity.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst());
    }

    List<RequestEntity> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> keys = ids.stream().distinct().map(UUID::toString).toList();
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r from Request r where r.id in :ids", RequestEntity.class)
                .setParameter("ids", keys)
                .getResultList());
    }

    /** Waits for whoever has it and reads it anew; held until the caller's transaction ends. */
    Optional<RequestEntity> lock(UUID id) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> Optional.ofNullable(em.find(RequestEntity.class, id.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /**
     * Adds a request with the words by which each participant finds it.
     *
     * @throws org.consilium.kernel.ConsiliumException 409 {@code requests.id-taken}
     */
    void add(RequestEntity request, Set<String> words) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(request);
            try {
                em.flush();
            } catch (RuntimeException e) {
                throw UniqueViolation.in(e) ? DraftRepository.idTaken() : e;
            }
            addWords(em, request.id, request.people(), words);
        });
    }

    /**
     * The words of a request whose people changed: those find it who are its people now.
     *
     * @param before who found it until now, at least
     */
    void replaceWords(RequestEntity request, Set<UUID> before, Set<String> words) {
        jpa.tx(TransactionType.Required, em -> {
            Set<UUID> accounts = new HashSet<>(before);
            accounts.addAll(request.people());
            for (UUID account : accounts) {
                em.createQuery("delete from Word w where w.accountId = :account and w.requestId = :request")
                        .setParameter("account", account.toString())
                        .setParameter("request", request.id)
                        .executeUpdate();
            }
            addWords(em, request.id, request.people(), words);
        });
    }

    /** Writes what was changed, so that others in the transaction see it and the version is the new one. */
    void flush() {
        jpa.tx(TransactionType.Required, EntityManager::flush);
    }

    /** The head of one lane of a list, in the order that was asked for. */
    List<RequestLine> page(
            Box.Lane lane, ListPart part, UUID me, ListQuery query, Search search, ListPosition after, int limit) {
        RequestConditions conditions = new RequestConditions(lane, part.closed(), me);
        conditions.filter(query);
        conditions.flagged(query.box().flagged(part));
        conditions.search(search);
        if (after != null) {
            conditions.after(query.sorting(), after);
        }
        String jpql =
                "select r from RequestLine r where " + conditions.jpql() + " order by " + lane.order(query.sorting());
        return jpa.txExpr(TransactionType.Required, em -> conditions
                .bind(em.createQuery(jpql, RequestLine.class))
                .setMaxResults(limit)
                .setHint("eclipselink.read-only", "true")
                .getResultList());
    }

    /** Whether an account has at most {@code limit} words that begin with a prefix. */
    boolean hasFewWords(UUID account, String prefix, int limit) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery(
                                        "select w.requestId from Word w where w.accountId = :account and w.word >= :from and w.word < :to",
                                        String.class)
                                .setParameter("account", account.toString())
                                .setParameter("from", prefix)
                                .setParameter("to", SearchWords.upperBound(prefix))
                                .setMaxResults(limit + 1)
                                .getResultList()
                                .size()
                        <= limit);
    }

    /** Requests that doctors of an organisation filed, the newest first. */
    List<RequestEntity> ofOrganisation(UUID organisation, ListPosition after, int limit) {
        String further =
                after == null ? "" : " and r.submittedAt <= :afterAt and (r.submittedAt < :afterAt or r.id < :afterId)";
        return jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<RequestEntity> query = em.createQuery(
                            "select r from Request r where r.organisationId = :organisation" + further
                                    + " order by r.organisationId, r.submittedAt desc, r.id desc",
                            RequestEntity.class)
                    .setParameter("organisation", organisation.toString());
            if (after != null) {
                query.setParameter("afterAt", after.at()).setParameter("afterId", after.id());
            }
            return query.setMaxResults(limit)
                    .setHint("eclipselink.read-only", "true")
                    .getResultList();
        });
    }

    /** How many active requests the lane holds. */
    long countActive(Box.Lane lane, UUID me) {
        RequestConditions conditions = new RequestConditions(lane, false, me);
        String jpql = "select count(r) from Request r where " + conditions.jpql();
        return jpa.txExpr(
                TransactionType.Required,
                em -> conditions.bind(em.createQuery(jpql, Long.class)).getSingleResult());
    }

    /** Active requests of a consultant whose visit begins before an instant, red flags first, then by their start, at most 200. */
    List<RequestLine> visitsBefore(UUID consultant, Instant end) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r from RequestLine r where r.consultantId = :consultant and r.closed = false"
                                + " and r.visitStart < :end order by r.redFlagged desc, r.visitStart, r.id",
                        RequestLine.class)
                .setParameter("consultant", consultant.toString())
                .setParameter("end", end)
                .setMaxResults(200)
                .setHint("eclipselink.read-only", "true")
                .getResultList());
    }

    /**
     * One statement for all of them, some ten words for each participant. The columns are multiplied by the database: EclipseLink
     * takes the square of the number of parameters.
     */
    private static void addWords(EntityManager em, String requestId, Set<UUID> participants, Set<String> words) {
        Query insert = em.createNativeQuery("insert into requests_word (account_id, word, request_id)"
                + " select a.id, w.word, cast(? as varchar(36)) from (values " + rows(participants.size(), 36)
                + ") as a (id) cross join (values " + rows(words.size(), SearchWords.MAX_LENGTH) + ") as w (word)");
        int position = 1;
        insert.setParameter(position++, requestId);
        for (UUID participant : participants) {
            insert.setParameter(position++, participant.toString());
        }
        for (String word : words) {
            insert.setParameter(position++, word);
        }
        insert.executeUpdate();
    }

    private static String rows(int count, int length) {
        return String.join(", ", Collections.nCopies(count, "(cast(? as varchar(" + length + ")))"));
    }
}
