package org.consilium.platform.audit.internal;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** A row is written once: no column is updatable. */
@Entity
@Table(name = "audit_entry")
class AuditEntryEntity {
    @Id
    @Column(updatable = false)
    String id;

    @Column(updatable = false)
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Column(name = "caller_kind", updatable = false)
    String callerKind;

    @Column(name = "caller_id", updatable = false)
    String callerId;

    @Column(name = "caller_name", updatable = false)
    String callerName;

    @Column(updatable = false)
    String action;

    @Column(updatable = false)
    String subject;

    @Column(updatable = false)
    String details;
}
