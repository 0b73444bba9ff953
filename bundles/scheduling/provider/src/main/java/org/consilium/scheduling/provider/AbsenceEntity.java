package org.consilium.scheduling.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.scheduling.api.AbsenceReason;

@Entity
@Table(name = "scheduling_absence")
class AbsenceEntity {
    @Id
    String id;

    @Column(name = "doctor_id")
    String doctorId;

    @Column(name = "start_at")
    @Convert(converter = InstantConverter.class)
    Instant startAt;

    @Column(name = "end_at")
    @Convert(converter = InstantConverter.class)
    Instant endAt;

    @Enumerated(EnumType.STRING)
    AbsenceReason reason;

    String author;
}
