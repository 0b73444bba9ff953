package org.consilium.scheduling.provider;

import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.consilium.scheduling.api.Absence;
import org.consilium.scheduling.api.AbsenceService;
import org.consilium.scheduling.api.NewAbsence;
import org.consilium.scheduling.api.NewTemplate;
import org.consilium.scheduling.api.Slot;
import org.consilium.scheduling.api.Template;
import org.consilium.scheduling.api.TemplateService;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/scheduling}: free slots, templates, absences, calendar. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=scheduling")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public class SchedulingResource implements RestResource {
    private final VisitService visits;
    private final TemplateService templates;
    private final AbsenceService absences;
    private final DoctorCalendars calendars;

    @Activate
    public SchedulingResource(
            @Reference VisitService visits,
            @Reference TemplateService templates,
            @Reference AbsenceService absences,
            @Reference DoctorCalendars calendars) {
        this.visits = visits;
        this.templates = templates;
        this.absences = absences;
        this.calendars = calendars;
    }

    @GET
    @Path("slots")
    public List<Slot> slots(
            @Context Caller caller,
            @QueryParam("doctor") String doctor,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("minutes") String minutes) {
        return visits.freeSlots(
                caller,
                QueryValues.id("doctor", doctor),
                QueryValues.instant("from", from),
                QueryValues.instant("to", to),
                QueryValues.optionalNumber("minutes", minutes));
    }

    @GET
    @Path("calendar")
    public DoctorCalendar calendar(
            @Context Caller caller,
            @QueryParam("doctor") String doctor,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return calendars.calendar(
                caller,
                QueryValues.id("doctor", doctor),
                QueryValues.instant("from", from),
                QueryValues.instant("to", to));
    }

    @GET
    @Path("templates")
    public List<Template> templates(@Context Caller caller, @QueryParam("doctor") String doctor) {
        return templates.list(caller, QueryValues.optionalId("doctor", doctor));
    }

    @POST
    @Path("templates")
    public Template createTemplate(@Context Caller caller, NewTemplate template) {
        return templates.create(caller, template);
    }

    @PUT
    @Path("templates/{id}")
    public Template saveTemplate(@Context Caller caller, @PathParam("id") UUID id, Template template) {
        return templates.save(caller, addressed(id, template));
    }

    @DELETE
    @Path("templates/{id}")
    public void deleteTemplate(
            @Context Caller caller, @PathParam("id") UUID id, @QueryParam("version") String version) {
        templates.delete(caller, id, QueryValues.number("version", version));
    }

    @GET
    @Path("absences")
    public List<Absence> absences(@Context Caller caller, @QueryParam("doctor") String doctor) {
        return absences.list(caller, QueryValues.id("doctor", doctor));
    }

    @POST
    @Path("absences")
    public Absence createAbsence(@Context Caller caller, NewAbsence absence) {
        return absences.create(caller, absence);
    }

    @DELETE
    @Path("absences/{id}")
    public void deleteAbsence(@Context Caller caller, @PathParam("id") UUID id) {
        absences.delete(caller, id);
    }

    /** The address says which template it is, whatever the body says. */
    private static Template addressed(UUID id, Template body) {
        return body == null
                ? null
                : new Template(
                        id,
                        body.doctorId(),
                        body.doctorName(),
                        body.title(),
                        body.weekdays(),
                        body.start(),
                        body.end(),
                        body.slotMinutes(),
                        body.bufferMinutes(),
                        body.validFrom(),
                        body.validTo(),
                        body.version());
    }
}
