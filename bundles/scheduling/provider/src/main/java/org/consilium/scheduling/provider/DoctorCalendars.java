package org.consilium.scheduling.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kernel.Caller;
import org.consilium.scheduling.provider.DoctorCalendar.CalendarAbsence;
import org.consilium.scheduling.provider.DoctorCalendar.CalendarVisit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows a doctor's time to the staff, without saying whose visit it is to those who do not take part. */
@Component(service = DoctorCalendars.class)
public class DoctorCalendars {
    private final TemplateRepository templates;
    private final VisitRepository visits;
    private final ScheduleRights rights;
    private final RegionTime time;

    @Activate
    public DoctorCalendars(
            @Reference TemplateRepository templates,
            @Reference VisitRepository visits,
            @Reference ScheduleRights rights,
            @Reference RegionTime time) {
        this.templates = templates;
        this.visits = visits;
        this.rights = rights;
        this.time = time;
    }

    /** The calendar of [from, to), at most 62 days; for all staff. */
    public DoctorCalendar calendar(Caller caller, UUID doctorId, Instant from, Instant to) {
        rights.requireStaff(caller);
        VisitServiceImpl.checkRange(from, to);
        List<String> doctor = List.of(doctorId.toString());
        return visits.inTransaction(() -> new DoctorCalendar(
                new Timetable(time.zone())
                        .windows(templates.templates(doctor), from, to)
                        .toList(),
                toCalendar(caller, doctorId, visits.between(doctor, from, to)),
                absences(caller, doctorId, from, to),
                time.zone().getId()));
    }

    private List<CalendarVisit> toCalendar(Caller caller, UUID doctorId, List<VisitEntity> rows) {
        Set<UUID> readable = rights.readable(
                caller,
                doctorId,
                rows.stream().map(row -> UUID.fromString(row.requestId)).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    UUID requestId = UUID.fromString(row.requestId);
                    return new CalendarVisit(
                            requestId, row.startAt, row.minutes, readable.contains(requestId) ? row.title : null);
                })
                .toList();
    }

    private List<CalendarAbsence> absences(Caller caller, UUID doctorId, Instant from, Instant to) {
        boolean reasons = rights.knowsReasons(caller, doctorId);
        return templates.absences(List.of(doctorId.toString()), from).stream()
                .filter(row -> row.startAt.isBefore(to))
                .map(row -> AbsenceServiceImpl.toAbsence(row, reasons))
                .map(absence -> new CalendarAbsence(absence.id(), absence.start(), absence.end(), absence.reason()))
                .toList();
    }
}
