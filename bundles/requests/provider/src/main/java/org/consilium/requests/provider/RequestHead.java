package org.consilium.requests.provider;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import org.consilium.kernel.Caller;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;

/** What a list shows of a request. The rest may be long: persons, answers to forms, comments. */
@MappedSuperclass
abstract class RequestHead {
    @Id
    String id;

    @Column(name = "request_number")
    String number;

    String name;

    @Column(name = "route_key")
    String routeKey;

    @Column(name = "route_title_ru")
    String routeTitleRu;

    @Column(name = "route_title_en")
    String routeTitleEn;

    @Column(name = "profile_code")
    String profileCode;

    @Column(name = "profile_title_ru")
    String profileTitleRu;

    @Column(name = "profile_title_en")
    String profileTitleEn;

    @Enumerated(EnumType.STRING)
    RequestState state;

    boolean closed;

    String stage;

    @Column(name = "processor_id")
    String processorId;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "filer_id")
    String filerId;

    @Column(name = "filer_name")
    String filerName;

    @Column(name = "consultant_id")
    String consultantId;

    @Column(name = "consultant_name")
    String consultantName;

    /** Who coordinates, {@code null} on a route without a coordinator's stage. */
    @Column(name = "coordinator_id")
    String coordinatorId;

    @Column(name = "coordinator_name")
    String coordinatorName;

    /** Why it was given back, while its filer has to mend it; else {@code null}. */
    @Column(name = "return_reason")
    String returnReason;

    @Column(name = "patient_name")
    String patientName;

    @Column(name = "representative_name")
    String representativeName;

    @Column(name = "visit_start")
    @Convert(converter = InstantConverter.class)
    Instant visitStart;

    @Column(name = "visit_minutes")
    int visitMinutes;

    @Column(name = "submitted_at")
    @Convert(converter = InstantConverter.class)
    Instant submittedAt;

    @Column(name = "closed_at")
    @Convert(converter = InstantConverter.class)
    Instant closedAt;

    /** By when it has to be done. */
    @Column(name = "due_at")
    @Convert(converter = InstantConverter.class)
    Instant dueAt;

    String urgency;

    /** Whether the patient's answers raised a red flag. */
    @Column(name = "red_flagged")
    boolean redFlagged;

    /** What the doctor reads of the raised flags, as JSON; {@code null} for none. */
    @Column(name = "red_flags")
    String redFlags;

    UUID uuid() {
        return UUID.fromString(id);
    }

    boolean isFiler(Caller caller) {
        return caller.isStaff() && caller.id().toString().equals(filerId);
    }

    boolean isConsultant(Caller caller) {
        return caller.isStaff() && caller.id().toString().equals(consultantId);
    }

    boolean isCoordinator(Caller caller) {
        return caller.isStaff() && caller.id().toString().equals(coordinatorId);
    }

    boolean isProcessor(Caller caller) {
        return caller.isStaff() && caller.id().toString().equals(processorId);
    }

    /** Everybody on staff who finds it in his lists. */
    Set<UUID> people() {
        return Stream.of(filerId, consultantId, coordinatorId)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    static UUID uuid(String idOrNull) {
        return idOrNull == null ? null : UUID.fromString(idOrNull);
    }
}
