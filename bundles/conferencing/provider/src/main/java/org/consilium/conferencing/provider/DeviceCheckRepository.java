package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of device checks, one for each request. */
@Component(service = DeviceCheckRepository.class)
public class DeviceCheckRepository {
    private final JpaTemplate jpa;

    @Activate
    public DeviceCheckRepository(
            @Reference(target = "(osgi.unit.name=conferencing)") JpaTemplate jpa,
            @Reference(target = "(domain=conferencing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    Optional<DeviceCheckEntity> find(UUID requestId) {
        return required(em -> Optional.ofNullable(em.find(DeviceCheckEntity.class, requestId.toString())));
    }

    List<DeviceCheckEntity> findAll(Collection<UUID> requestIds) {
        if (requestIds.isEmpty()) {
            return List.of();
        }
        return required(em -> em.createQuery(
                        "select c from DeviceCheckEntity c where c.requestId in :requests", DeviceCheckEntity.class)
                .setParameter(
                        "requests", requestIds.stream().map(UUID::toString).toList())
                .getResultList());
    }

    /** Keeps a check instead of the former one. */
    DeviceCheck save(UUID requestId, DeviceCheck check, Instant now) {
        try {
            return write(requestId, check, now);
        } catch (PersistenceException e) {
            if (!UniqueViolation.of("conferencing_device_check_pk", e)) {
                throw e;
            }
            // another tab was first; now there is a row to change
            return write(requestId, check, now);
        }
    }

    private DeviceCheck write(UUID requestId, DeviceCheck check, Instant now) {
        return required(em -> {
            DeviceCheckEntity row = em.find(DeviceCheckEntity.class, requestId.toString());
            if (row == null) {
                row = new DeviceCheckEntity(requestId);
                row.set(check, now);
                em.persist(row);
            } else {
                row.set(check, now);
            }
            em.flush();
            return row.toCheck();
        });
    }

    private <R> R required(EmFunction<R> code) {
        return jpa.txExpr(TransactionType.Required, code);
    }
}
