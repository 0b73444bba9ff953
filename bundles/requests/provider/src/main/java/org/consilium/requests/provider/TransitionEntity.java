package org.consilium.requests.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.requests.api.RequestState;

/** One step of a request; never changed. */
@Entity(name = "Transition")
@Table(name = "requests_transition")
class TransitionEntity {
    @Id
    String id;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "at_time")
    @Convert(converter = InstantConverter.class)
    Instant at;

    @Enumerated(EnumType.STRING)
    RequestLifecycle.Step step;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before")
    RequestState stateBefore;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_after")
    RequestState stateAfter;

    @Column(name = "stage_before")
    String stageBefore;

    @Column(name = "stage_after")
    String stageAfter;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    Caller.Kind actorKind;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "actor_name")
    String actorName;

    String explanation;
}
