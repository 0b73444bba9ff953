package org.consilium.scheduling.provider;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what became of a doctor's time: to the audit log, and to the doctor's open tabs. */
@Component(service = Journal.class)
public class Journal {
    private final AuditLog audit;
    private final Live live;

    @Activate
    public Journal(@Reference AuditLog audit, @Reference Live live) {
        this.audit = audit;
        this.live = live;
    }

    void changed(Caller caller, String what, String subject, String doctorId) {
        record(caller, what, subject, doctorId, Map.of("doctorId", doctorId));
    }

    void visit(Caller caller, String what, VisitEntity visit) {
        record(
                caller,
                what,
                visit.requestId,
                visit.doctorId,
                Map.of(
                        "doctorId", visit.doctorId,
                        "start", visit.startAt.toString(),
                        "minutes", String.valueOf(visit.minutes)));
    }

    /** The name under which an author is kept with a row. */
    static String author(Caller caller) {
        return caller.id() == null ? "system:" + caller.name() : caller.id().toString();
    }

    private void record(Caller caller, String what, String subject, String doctorId, Map<String, String> details) {
        audit.append(caller, "scheduling." + what, UUID.fromString(subject), details);
        UUID doctor = UUID.fromString(doctorId);
        live.send(Set.of(doctor), Hint.of("scheduling.changed", doctor));
    }
}
