package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.conferencing.api.ConferenceState;
import org.consilium.conferencing.api.Listener;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of rooms, seats and their log. */
@Component(service = RoomRepository.class)
public class RoomRepository {
    private static final List<ConferenceState> OPEN =
            List.of(ConferenceState.RINGING, ConferenceState.WAITING, ConferenceState.IN_PROGRESS);

    private final JpaTemplate jpa;

    @Activate
    public RoomRepository(
            @Reference(target = "(osgi.unit.name=conferencing)") JpaTemplate jpa,
            @Reference(target = "(domain=conferencing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** Runs a use case in one transaction, over all domains. */
    <R> R inTransaction(Supplier<R> useCase) {
        return required(em -> useCase.get());
    }

    /** Makes the room's row where there is none, in a transaction of its own: call it before the one that locks. */
    void ensure(UUID requestId) {
        if (find(requestId).isPresent()) {
            return;
        }
        try {
            required(em -> {
                em.persist(new RoomEntity(requestId));
                em.flush();
                return null;
            });
        } catch (PersistenceException e) {
            if (!UniqueViolation.of("conferencing_room_pk", e)) {
                throw e;
            }
            // somebody else made it
        }
    }

    Optional<RoomEntity> find(UUID requestId) {
        return required(em -> Optional.ofNullable(em.find(RoomEntity.class, requestId.toString())));
    }

    /** The room, kept from all other writers until the transaction ends. */
    Optional<RoomEntity> lock(UUID requestId) {
        return required(em ->
                Optional.ofNullable(em.find(RoomEntity.class, requestId.toString(), LockModeType.PESSIMISTIC_WRITE)));
    }

    /** The seats of a room's conference, in their order. */
    List<SeatEntity> seats(RoomEntity room) {
        return required(em -> em.createQuery(
                        "select s from SeatEntity s where s.conferenceId = :conference order by s.order, s.id",
                        SeatEntity.class)
                .setParameter("conference", room.conferenceId)
                .getResultList());
    }

    void add(SeatEntity seat) {
        required(em -> {
            em.persist(seat);
            return null;
        });
    }

    void add(LogEntity entry) {
        required(em -> {
            em.persist(entry);
            return null;
        });
    }

    /** Writes what was changed, for whoever reads in the same transaction. */
    void flush() {
        required(em -> {
            em.flush();
            return null;
        });
    }

    List<LogEntity> log(UUID requestId, int limit) {
        return required(em -> em.createQuery(
                        "select l from LogEntity l where l.requestId = :request order by l.number desc",
                        LogEntity.class)
                .setParameter("request", requestId.toString())
                .setMaxResults(limit)
                .getResultList());
    }

    /** Rooms in which something has run out. */
    List<UUID> due(Instant now, int limit) {
        return required(em -> em
                .createQuery(
                        "select r.requestId from RoomEntity r where r.dueAt <= :now order by r.dueAt", String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(UUID::fromString)
                .toList());
    }

    /** Everybody who is present in some conference. */
    List<SeatEntity> present() {
        return required(em -> em.createQuery(
                        "select s from SeatEntity s where s.state <> :left and s.present = true", SeatEntity.class)
                .setParameter("left", SeatEntity.State.LEFT)
                .getResultList());
    }

    /** Rooms with a conference that goes on. */
    List<RoomEntity> open() {
        return required(em -> em.createQuery("select r from RoomEntity r where r.state in :open", RoomEntity.class)
                .setParameter("open", OPEN)
                .getResultList());
    }

    /** The same, of the requests of one doctor. */
    List<RoomEntity> openOf(UUID account) {
        return required(em -> em.createQuery(
                        "select r from RoomEntity r where (r.filerId = :account or r.consultantId = :account)"
                                + " and r.state in :open order by r.openedAt",
                        RoomEntity.class)
                .setParameter("account", account.toString())
                .setParameter("open", OPEN)
                .setMaxResults(100)
                .getResultList());
    }

    /** The same, of those that the account may watch. */
    List<RoomEntity> openToListener(UUID account) {
        return required(em -> em.createQuery(
                        "select r from RoomEntity r, ListenerEntity l where l.accountId = :account and l.state = :consented"
                                + " and r.requestId = l.requestId and r.state in :open order by r.openedAt",
                        RoomEntity.class)
                .setParameter("account", account.toString())
                .setParameter("consented", Listener.State.CONSENTED)
                .setParameter("open", OPEN)
                .setMaxResults(100)
                .getResultList());
    }

    private <R> R required(EmFunction<R> code) {
        return jpa.txExpr(TransactionType.Required, code);
    }
}
