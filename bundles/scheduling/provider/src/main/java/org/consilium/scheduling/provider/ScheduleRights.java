package org.consilium.scheduling.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who may see and change whose time, and the neighbours that know it. */
@Component(service = ScheduleRights.class)
public class ScheduleRights {
    private static final String NOT_ALLOWED = "scheduling.not-allowed";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory directory;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestService requests;

    /** Everybody on staff sees who is free when. */
    void requireStaff(Caller caller) {
        if (caller.isPatient()) {
            throw ConsiliumException.forbidden(NOT_ALLOWED);
        }
    }

    /** Only who may file requests books visits. */
    void requireFiler(Caller caller) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.DOCTOR))) {
            throw ConsiliumException.forbidden(NOT_ALLOWED);
        }
    }

    /** A doctor changes the own schedule, a scheduler those of the own organisation, the system all. */
    void requireChange(Caller caller, UUID doctorId) {
        if (caller.isSystem() || isOwn(caller, doctorId) && caller.has(Caller.DOCTOR)) {
            return;
        }
        if (!isScheduler(caller) || !worksIn(caller.organisationId(), doctorId, requireDirectory())) {
            throw ConsiliumException.forbidden(NOT_ALLOWED);
        }
    }

    /** Why a doctor is away concerns nobody but the doctor and who plans. */
    boolean knowsReasons(Caller caller, UUID doctorId) {
        StaffDirectory staff = directory;
        return caller.isSystem()
                || isOwn(caller, doctorId)
                || staff != null && isScheduler(caller) && worksIn(caller.organisationId(), doctorId, staff);
    }

    /** The visit's doctor, who booked it, and the request's participants may free its time. */
    void requireRelease(Caller caller, VisitEntity visit) {
        boolean own = caller.isStaff()
                && (caller.id().toString().equals(visit.doctorId)
                        || caller.id().toString().equals(visit.bookedBy));
        if (caller.isSystem() || own) {
            return;
        }
        RequestService service = requests;
        if (service == null) {
            throw ConsiliumException.domainAway("requests");
        }
        if (!caller.isStaff()
                || service.cards(caller, Set.of(UUID.fromString(visit.requestId)))
                        .isEmpty()) {
            throw ConsiliumException.forbidden(NOT_ALLOWED);
        }
    }

    /** Those of a doctor's visits whose title the caller may read; while the requests are away, only the doctor's own. */
    Set<UUID> readable(Caller caller, UUID doctorId, Collection<UUID> requestIds) {
        if (caller.isSystem() || isOwn(caller, doctorId)) {
            return Set.copyOf(requestIds);
        }
        RequestService service = requests;
        return service == null || requestIds.isEmpty()
                ? Set.of()
                : service.cards(caller, requestIds).keySet();
    }

    /**
     * The active member of staff whose schedule it is to be.
     *
     * @throws ConsiliumException 422 {@code scheduling.invalid} when there is none with that id
     */
    StaffMember doctor(UUID doctorId) {
        return requireDirectory()
                .find(doctorId)
                .filter(StaffMember::active)
                .orElseThrow(() -> ConsiliumException.invalid(
                        "scheduling.invalid", List.of(new FieldProblem("doctorId", "unknown"))));
    }

    /** Those members of staff that can be found just now. */
    Map<UUID, StaffMember> doctors(Collection<UUID> doctorIds) {
        StaffDirectory staff = directory;
        return staff == null || doctorIds.isEmpty() ? Map.of() : staff.findAll(doctorIds);
    }

    private StaffDirectory requireDirectory() {
        StaffDirectory staff = directory;
        if (staff == null) {
            throw ConsiliumException.domainAway("identity");
        }
        return staff;
    }

    private static boolean isOwn(Caller caller, UUID doctorId) {
        return caller.isStaff() && caller.id().equals(doctorId);
    }

    private static boolean isScheduler(Caller caller) {
        return caller.isStaff() && caller.has(Caller.SCHEDULER) && caller.organisationId() != null;
    }

    private static boolean worksIn(UUID organisationId, UUID doctorId, StaffDirectory staff) {
        return staff.find(doctorId)
                .map(StaffMember::organisationId)
                .filter(organisationId::equals)
                .isPresent();
    }
}
