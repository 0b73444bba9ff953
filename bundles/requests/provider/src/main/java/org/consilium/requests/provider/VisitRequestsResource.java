package org.consilium.requests.provider;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.consilium.kernel.Caller;
import org.consilium.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/visit/requests}: the questionnaire of the one request that a personal link is for. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=requests")
@Path("visit/questionnaire")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitRequestsResource implements RestResource {
    private final Questionnaires questionnaires;

    @Activate
    public VisitRequestsResource(@Reference Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    @GET
    public VisitQuestionnaire questionnaire(@Context Caller caller) {
        return questionnaires.get(caller);
    }

    @PUT
    public VisitQuestionnaire keepQuestionnaire(@Context Caller caller, QuestionnaireAnswers typed) {
        return questionnaires.keep(caller, typed);
    }

    @POST
    @Path("submission")
    public VisitQuestionnaire sendQuestionnaire(@Context Caller caller, QuestionnaireAnswers answers) {
        return questionnaires.send(caller, answers);
    }
}
