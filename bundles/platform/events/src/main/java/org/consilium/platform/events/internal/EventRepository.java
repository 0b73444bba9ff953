package org.consilium.platform.events.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of consumers and deliveries. */
@Component(service = EventRepository.class)
public class EventRepository {
    /** The oldest delivery of each key comes first; a key whose delivery is locked or waits is passed over, the others go on. */
    private static final String NEXT =
            "select d.* from events_delivery d where d.parked = false and d.next_attempt_at <= ?1"
                    + " and d.consumer in (%s) and not exists (select 1 from events_delivery e where e.consumer = d.consumer"
                    + " and e.event_key = d.event_key and e.id < d.id) order by d.id fetch first 1 rows only for update skip locked";

    /** One number at a time: deliveries of one key are handled in this order, on whichever node they were written. */
    private static final String APPEND =
            "insert into events_delivery (id, consumer, event_type, event_key, payload, created_at, next_attempt_at, attempts, parked)"
                    + " select nextval('events_delivery_seq'), c.name, c.event_type, cast(?1 as varchar(80)), cast(?2 as varchar(8000)),"
                    + " cast(?3 as timestamp with time zone), cast(?4 as timestamp with time zone), 0, false"
                    + " from events_consumer c where c.event_type = ?5";

    private final JpaTemplate jpa;

    @Activate
    public EventRepository(
            @Reference(target = "(osgi.unit.name=events)") JpaTemplate jpa,
            @Reference(target = "(domain=events)") SchemaReady schema) {
        this.jpa = jpa;
    }

    /** Remembers a consumer; nothing happens when it is known already. */
    void register(String name, String eventType) {
        try {
            jpa.tx(TransactionType.Required, em -> {
                if (em.find(ConsumerEntity.class, name) == null) {
                    ConsumerEntity consumer = new ConsumerEntity();
                    consumer.name = name;
                    consumer.eventType = eventType;
                    consumer.registeredAt = Instant.now();
                    em.persist(consumer);
                }
            });
        } catch (RuntimeException e) {
            // Another node was first.
            if (!UniqueViolation.in(e)) {
                throw e;
            }
        }
    }

    /** Writes one delivery for each consumer of the type, in the caller's transaction. */
    void append(String eventType, String key, String payload) {
        Timestamp now = Timestamp.from(Instant.now());
        jpa.tx(TransactionType.Required, em -> {
            em.persist(HistoryEntity.of(HistoryEntity.Outcome.WRITTEN, eventType, key, null, 0, null));
            em.createNativeQuery(APPEND)
                    .setParameter(1, key)
                    .setParameter(2, payload)
                    .setParameter(3, now)
                    .setParameter(4, now)
                    .setParameter(5, eventType)
                    .executeUpdate();
        });
    }

    /**
     * Locks the next delivery for one of the consumers, hands it over and deletes it, all in one transaction.
     *
     * @param claimed is told which one it is before the handler runs
     * @return whether there was one
     */
    boolean handleNext(Collection<String> consumers, Consumer<Delivery> claimed, Consumer<Delivery> handler) {
        if (consumers.isEmpty()) {
            return false;
        }
        List<String> names = List.copyOf(consumers);
        String marks =
                IntStream.range(0, names.size()).mapToObj(i -> "?" + (i + 2)).collect(Collectors.joining(", "));
        return jpa.txExpr(TransactionType.Required, em -> {
            var query = em.createNativeQuery(NEXT.formatted(marks), DeliveryEntity.class)
                    .setParameter(1, Timestamp.from(Instant.now()));
            for (int i = 0; i < names.size(); i++) {
                query.setParameter(i + 2, names.get(i));
            }
            List<?> found = query.getResultList();
            if (found.isEmpty()) {
                return false;
            }
            DeliveryEntity row = (DeliveryEntity) found.get(0);
            Delivery delivery =
                    new Delivery(row.id, row.consumer, row.eventType, row.eventKey, row.payload, row.attempts);
            claimed.accept(delivery);
            handler.accept(delivery);
            em.remove(row);
            em.persist(HistoryEntity.of(
                    HistoryEntity.Outcome.HANDLED, row.eventType, row.eventKey, row.consumer, row.attempts + 1, null));
            return true;
        });
    }

    /** Notes a failed attempt, also of a delivery that another thread has handled since. */
    void failed(Delivery delivery, String error, Instant nextAttempt, boolean parked) {
        String noted = error.length() > 400 ? error.substring(0, 400) : error;
        jpa.tx(TransactionType.RequiresNew, em -> {
            DeliveryEntity row = em.find(DeliveryEntity.class, delivery.id());
            if (row != null) {
                row.attempts++;
                row.lastError = noted;
                row.nextAttemptAt = nextAttempt;
                row.parked = parked;
            }
            em.persist(HistoryEntity.of(
                    HistoryEntity.Outcome.FAILED,
                    delivery.eventType(),
                    delivery.key(),
                    delivery.consumer(),
                    delivery.attempts() + 1,
                    noted));
        });
    }

    /** Deliveries that wait or are parked, oldest first, at most 200. */
    List<PendingDelivery> pending() {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select d from Delivery d order by d.id", DeliveryEntity.class)
                .setMaxResults(200)
                .getResultList()
                .stream()
                .map(EventRepository::pending)
                .toList());
    }

    /** Those of one key, oldest first. The consumers are named, so that the index of the order is used. */
    List<PendingDelivery> pending(String key) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select d from Delivery d where d.consumer in (select c.name from Consumer c)"
                                + " and d.eventKey = :key order by d.id",
                        DeliveryEntity.class)
                .setParameter("key", key)
                .setMaxResults(200)
                .getResultList()
                .stream()
                .map(EventRepository::pending)
                .toList());
    }

    private static PendingDelivery pending(DeliveryEntity d) {
        return new PendingDelivery(
                d.id,
                d.consumer,
                d.eventType,
                d.eventKey,
                d.createdAt,
                d.nextAttemptAt,
                d.attempts,
                d.lastError,
                d.parked);
    }

    /** What became of the events of a key, oldest first, at most 800. */
    List<HistoryEntity> history(String key) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select h from History h where h.eventKey = :key order by h.id", HistoryEntity.class)
                .setParameter("key", key)
                .setMaxResults(800)
                .setHint("eclipselink.read-only", "true")
                .getResultList());
    }

    void removeHistoryBefore(Instant oldest) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from History h where h.at < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate());
    }

    /** How much is kept for each consumer, waiting and parked apart. */
    List<Backlog> backlogs() {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select d.consumer, d.parked, count(d), min(d.createdAt) from Delivery d"
                                + " group by d.consumer, d.parked order by d.consumer",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Backlog((String) row[0], (Boolean) row[1], (Long) row[2], instant(row[3])))
                .toList());
    }

    /** An aggregate comes as the driver has it, not through the column's converter. */
    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : new InstantConverter().convertToEntityAttribute(value);
    }

    /** Makes parked deliveries due again; {@code null} for all of them. Returns how many. */
    int retry(Long id) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "update Delivery d set d.parked = false, d.attempts = 0, d.nextAttemptAt = :now"
                                + " where d.parked = true" + (id == null ? "" : " and d.id = :id"))
                .setParameter("now", Instant.now())
                .setParameter(id == null ? "now" : "id", id == null ? Instant.now() : id)
                .executeUpdate());
    }

    /** Forgets a consumer that will not come back, with what was kept for it. Returns how many deliveries were dropped. */
    int forget(String consumer) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.createQuery("delete from Consumer c where c.name = :name")
                    .setParameter("name", consumer)
                    .executeUpdate();
            return em.createQuery("delete from Delivery d where d.consumer = :name")
                    .setParameter("name", consumer)
                    .executeUpdate();
        });
    }
}
