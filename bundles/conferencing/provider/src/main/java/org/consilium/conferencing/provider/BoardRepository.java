package org.consilium.conferencing.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of boards. */
@Component(service = BoardRepository.class)
public class BoardRepository {
    private final JpaTemplate jpa;

    @Activate
    public BoardRepository(
            @Reference(target = "(osgi.unit.name=conferencing)") JpaTemplate jpa,
            @Reference(target = "(domain=conferencing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> useCase) {
        return required(em -> useCase.get());
    }

    /** Of the newest change, 0 for none. */
    long number(UUID requestId) {
        return required(em -> {
            BoardEntity board = em.find(BoardEntity.class, requestId.toString());
            return board == null ? 0 : board.number;
        });
    }

    /** Makes the board's row where there is none, in a transaction of its own. */
    void ensure(UUID requestId) {
        try {
            required(em -> {
                if (em.find(BoardEntity.class, requestId.toString()) == null) {
                    em.persist(new BoardEntity(requestId));
                    em.flush();
                }
                return null;
            });
        } catch (PersistenceException e) {
            if (!UniqueViolation.of("conferencing_board_pk", e)) {
                throw e;
            }
            // somebody else made it
        }
    }

    /** The board, kept from all other writers until the transaction ends. */
    BoardEntity lock(UUID requestId) {
        return required(em -> em.find(BoardEntity.class, requestId.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Elements that changed after a number, in the order of their changes. */
    List<BoardElementEntity> after(UUID requestId, long number) {
        return required(em -> em.createQuery(
                        "select e from BoardElementEntity e where e.requestId = :request and e.changed > :number"
                                + " order by e.changed, e.elementId",
                        BoardElementEntity.class)
                .setParameter("request", requestId.toString())
                .setParameter("number", number)
                .getResultList());
    }

    Optional<BoardElementEntity> element(BoardEntity board, String elementId) {
        return required(em -> Optional.ofNullable(
                em.find(BoardElementEntity.class, new BoardElementEntity.Key(board.requestId, elementId))));
    }

    void add(BoardElementEntity element) {
        required(em -> {
            em.persist(element);
            return null;
        });
    }

    Optional<BoardSaveEntity> save(UUID id) {
        return required(em -> Optional.ofNullable(em.find(BoardSaveEntity.class, id.toString())));
    }

    void add(BoardSaveEntity save, List<BoardElementEntity> elements) {
        required(em -> {
            em.persist(save);
            flush(em);
            elements.forEach(element -> em.persist(new BoardSavedElementEntity(save, element)));
            em.flush();
            return null;
        });
    }

    private static void flush(EntityManager em) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.of("conferencing_board_save_pk", e)) {
                throw Refusal.idTaken();
            }
            throw e;
        }
    }

    List<BoardSaveEntity> saves(UUID requestId) {
        return required(em -> em.createQuery(
                        "select s from BoardSaveEntity s where s.requestId = :request order by s.at desc, s.id desc",
                        BoardSaveEntity.class)
                .setParameter("request", requestId.toString())
                .setMaxResults(200)
                .getResultList());
    }

    List<BoardSavedElementEntity> saved(BoardSaveEntity save) {
        return required(em -> em.createQuery(
                        "select e from BoardSavedElementEntity e where e.saveId = :save", BoardSavedElementEntity.class)
                .setParameter("save", save.id)
                .getResultList());
    }

    private <R> R required(EmFunction<R> code) {
        return jpa.txExpr(TransactionType.Required, code);
    }
}
