package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.conferencing.api.DeviceCheck;
import org.consilium.platform.persistence.InstantConverter;

/** The newest check of a request's patient. */
@Entity
@Table(name = "conferencing_device_check")
class DeviceCheckEntity {
    @Id
    @Column(name = "request_id")
    String requestId;

    @Column(name = "checked_at")
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Enumerated(EnumType.STRING)
    DeviceCheck.Outcome outcome;

    @Enumerated(EnumType.STRING)
    DeviceCheck.Device camera;

    @Enumerated(EnumType.STRING)
    DeviceCheck.Device microphone;

    @Enumerated(EnumType.STRING)
    DeviceCheck.Device sound;

    Boolean udp;
    Boolean tcp;
    Double loss;
    Integer kilobits;

    @Column(name = "round_trip")
    Integer roundTrip;

    @Enumerated(EnumType.STRING)
    DeviceCheck.Cause cause;

    String browser;

    protected DeviceCheckEntity() {}

    DeviceCheckEntity(UUID requestId) {
        this.requestId = requestId.toString();
    }

    void set(DeviceCheck check, Instant now) {
        at = now;
        outcome = check.outcome();
        camera = check.camera();
        microphone = check.microphone();
        sound = check.sound();
        udp = check.udp();
        tcp = check.tcp();
        loss = check.lossPercent();
        kilobits = check.kilobitsPerSecond();
        roundTrip = check.roundTripMs();
        cause = check.cause();
        browser = check.browser();
    }

    DeviceCheck toCheck() {
        return new DeviceCheck(
                UUID.fromString(requestId),
                at,
                outcome,
                camera,
                microphone,
                sound,
                udp,
                tcp,
                loss,
                kilobits,
                roundTrip,
                cause,
                browser);
    }
}
