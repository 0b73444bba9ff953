package org.consilium.chat.provider;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the chats. */
@Component(service = ChatRepository.class)
public class ChatRepository {
    private static final int MOST_UNREAD_CHATS = 1000;

    private final JpaTemplate jpa;

    @Activate
    public ChatRepository(
            @Reference(target = "(osgi.unit.name=chat)") JpaTemplate jpa,
            @Reference(target = "(domain=chat)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** Runs a use case in one transaction, over all domains. */
    <R> R inTransaction(Supplier<R> useCase) {
        return required(em -> useCase.get());
    }

    Optional<ChatEntity> find(UUID requestId) {
        return required(em -> Optional.ofNullable(em.find(ChatEntity.class, requestId.toString())));
    }

    /** The chat, kept from all other writers until the transaction ends. */
    Optional<ChatEntity> lock(UUID requestId) {
        return required(em ->
                Optional.ofNullable(em.find(ChatEntity.class, requestId.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    void open(ChatEntity chat, List<ParticipantEntity> participants, Set<String> words) {
        required(em -> {
            em.persist(chat);
            em.flush();
            participants.forEach(em::persist);
            words.forEach(word -> em.persist(new WordEntity(chat, word)));
            em.flush();
            return null;
        });
    }

    List<ParticipantEntity> participants(UUID requestId) {
        return required(em -> em.createQuery(
                        "select p from ParticipantEntity p where p.requestId = :request order by p.kind desc,"
                                + " p.participant",
                        ParticipantEntity.class)
                .setParameter("request", requestId.toString())
                .getResultList());
    }

    /**
     * Lets these doctors take part, and nobody else on staff. What was said before is unread to who is new.
     *
     * @return whether it was so before
     */
    boolean setStaff(ChatEntity chat, List<ParticipantEntity> before, Set<UUID> wanted) {
        List<ParticipantEntity> staff =
                before.stream().filter(ParticipantEntity::isStaff).toList();
        Set<UUID> present = staff.stream().map(ParticipantEntity::id).collect(Collectors.toSet());
        if (present.equals(wanted)) {
            return true;
        }
        return required(em -> {
            staff.stream().filter(one -> !wanted.contains(one.id())).forEach(em::remove);
            wanted.stream()
                    .filter(account -> !present.contains(account))
                    .map(account -> ParticipantEntity.staff(chat, account))
                    .forEach(em::persist);
            em.flush();
            return false;
        });
    }

    Optional<MessageEntity> message(UUID id) {
        return required(em -> Optional.ofNullable(em.find(MessageEntity.class, id.toString())));
    }

    /** Keeps a message of a locked chat, with what was changed in the chat and its participants. */
    void append(MessageEntity message) {
        required(em -> {
            em.persist(message);
            try {
                em.flush();
            } catch (PersistenceException e) {
                if (UniqueViolation.of("chat_message_pk", e)) {
                    throw idTaken();
                }
                throw e;
            }
            return null;
        });
    }

    static ConsiliumException idTaken() {
        return ConsiliumException.conflict("chat.id-taken", "another message has this id");
    }

    /** Messages above a number, from the lowest on. */
    List<MessageEntity> after(UUID requestId, long number, int limit) {
        return required(em -> em.createQuery(
                        "select m from MessageEntity m where m.requestId = :request and m.number > :number order by"
                                + " m.number",
                        MessageEntity.class)
                .setParameter("request", requestId.toString())
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList());
    }

    /** The messages right below a number, in ascending order. */
    List<MessageEntity> before(UUID requestId, long number, int limit) {
        List<MessageEntity> newestFirst = required(em -> em.createQuery(
                        "select m from MessageEntity m where m.requestId = :request and m.number < :number order by"
                                + " m.number desc",
                        MessageEntity.class)
                .setParameter("request", requestId.toString())
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList());
        List<MessageEntity> ascending = new ArrayList<>(newestFirst);
        Collections.reverse(ascending);
        return ascending;
    }

    /** How many messages above a number others wrote. */
    long countOfOthers(UUID requestId, long number, Caller reader) {
        boolean patient = reader.isPatient();
        return required(em -> {
            TypedQuery<Long> query = em.createQuery(
                            "select count(m) from MessageEntity m where m.requestId = :request and m.number > :number"
                                    + " and "
                                    + (patient
                                            ? "m.authorKind <> :kind"
                                            : "(m.authorKind <> :kind or m.authorId <> :reader)"),
                            Long.class)
                    .setParameter("request", requestId.toString())
                    .setParameter("number", number)
                    .setParameter("kind", reader.kind());
            return (patient ? query : query.setParameter("reader", reader.id().toString())).getSingleResult();
        });
    }

    /**
     * The chats of a doctor by the newest message, one more than the limit when there are further ones.
     *
     * @param prefixes letters and digits only, as {@code SearchWords.query} makes them
     */
    List<ChatRow> list(UUID account, List<String> prefixes, ChatCursor from, int limit) {
        StringBuilder jpql = new StringBuilder(
                "select c, p.unread from ParticipantEntity p, ChatEntity c where p.participant = :account and"
                        + " c.requestId = p.requestId");
        if (from != null) {
            jpql.append(" and p.lastAt <= :at and (p.lastAt < :at or p.requestId < :request)");
        }
        for (int i = 0; i < prefixes.size(); i++) {
            // not by a range: a PostgreSQL whose collation is not C would order the words by its language's rules
            jpql.append(" and exists (select w.word from WordEntity w where w.requestId = p.requestId and w.word"
                            + " like :word")
                    .append(i)
                    .append(")");
        }
        jpql.append(" order by p.lastAt desc, p.requestId desc");
        return required(em -> {
            TypedQuery<Object[]> query = em.createQuery(jpql.toString(), Object[].class)
                    .setParameter("account", account.toString())
                    .setMaxResults(limit + 1);
            if (from != null) {
                query.setParameter("at", from.lastAt())
                        .setParameter("request", from.requestId().toString());
            }
            for (int i = 0; i < prefixes.size(); i++) {
                query.setParameter("word" + i, prefixes.get(i) + "%");
            }
            return query.getResultList().stream()
                    .map(row -> ((ChatEntity) row[0]).toRow((Long) row[1]))
                    .toList();
        });
    }

    UnreadCounts unread(UUID account) {
        return required(em -> {
            Long total = em.createQuery(
                            "select sum(p.unread) from ParticipantEntity p where p.participant = :account and p.unread"
                                    + " > 0",
                            Long.class)
                    .setParameter("account", account.toString())
                    .getSingleResult();
            return new UnreadCounts(total == null ? 0 : total, unreadByRequest(em, account));
        });
    }

    private static Map<UUID, Long> unreadByRequest(EntityManager em, UUID account) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        em.createQuery(
                        "select p.requestId, p.unread from ParticipantEntity p where p.participant = :account and"
                                + " p.unread > 0 order by p.lastAt desc",
                        Object[].class)
                .setParameter("account", account.toString())
                .setMaxResults(MOST_UNREAD_CHATS)
                .getResultList()
                .forEach(row -> counts.put(UUID.fromString((String) row[0]), (Long) row[1]));
        return counts;
    }

    private <R> R required(EmFunction<R> code) {
        return jpa.txExpr(TransactionType.Required, code);
    }
}
