package org.consilium.scheduling.provider;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "scheduling_template")
class TemplateEntity {
    @Id
    String id;

    @Column(name = "doctor_id")
    String doctorId;

    /** As it was at the last change; shown while the directory is away. */
    @Column(name = "doctor_name")
    String doctorName;

    String title;

    /** ISO digits, ascending: {@code 135} is Monday, Wednesday, Friday. */
    String weekdays;

    /** Minutes after local midnight. */
    @Column(name = "start_minute")
    int startMinute;

    @Column(name = "end_minute")
    int endMinute;

    @Column(name = "slot_minutes")
    int slotMinutes;

    @Column(name = "buffer_minutes")
    int bufferMinutes;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    String author;

    @Version
    long version;

    boolean appliesOn(LocalDate date) {
        return !date.isBefore(validFrom)
                && (validTo == null || !date.isAfter(validTo))
                && weekdays.indexOf('0' + date.getDayOfWeek().getValue()) >= 0;
    }
}
