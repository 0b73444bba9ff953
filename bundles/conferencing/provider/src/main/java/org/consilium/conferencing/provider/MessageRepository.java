package org.consilium.conferencing.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the conference chat. */
@Component(service = MessageRepository.class)
public class MessageRepository {
    private final JpaTemplate jpa;

    @Activate
    public MessageRepository(
            @Reference(target = "(osgi.unit.name=conferencing)") JpaTemplate jpa,
            @Reference(target = "(domain=conferencing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    Optional<MessageEntity> find(UUID id) {
        return required(em -> Optional.ofNullable(em.find(MessageEntity.class, id.toString())));
    }

    void add(MessageEntity message) {
        required(em -> {
            em.persist(message);
            try {
                em.flush();
            } catch (PersistenceException e) {
                if (UniqueViolation.of("conferencing_message_pk", e)) {
                    throw Refusal.idTaken();
                }
                throw e;
            }
            return null;
        });
    }

    /** Messages of a conference above a number, from the lowest on. */
    List<MessageEntity> after(String conferenceId, UUID requestId, long number, int limit) {
        return required(em -> em.createQuery(
                        "select m from MessageEntity m where m.requestId = :request and m.number > :number"
                                + " and m.conferenceId = :conference order by m.number",
                        MessageEntity.class)
                .setParameter("request", requestId.toString())
                .setParameter("number", number)
                .setParameter("conference", conferenceId)
                .setMaxResults(limit)
                .getResultList());
    }

    private <R> R required(EmFunction<R> code) {
        return jpa.txExpr(TransactionType.Required, code);
    }
}
