package org.consilium.platform.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.OptimisticLockException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.consilium.kernel.ConsiliumException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every failure as a problem document. Messages of unexpected exceptions are neither answered nor logged, since databases put values of
 * persons into them: {@link Redacted} is.
 */
@Provider
public final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConsiliumException known) {
                return known(known);
            }
            if (t instanceof OptimisticLockException) {
                return answer(409, "platform.changed-meanwhile", "changed by somebody else meanwhile", Map.of());
            }
        }
        if (failure instanceof JsonProcessingException json) {
            return badJson(json);
        }
        if (failure instanceof WebApplicationException web) {
            return web(web);
        }
        if (Disconnection.in(failure)) {
            LOG.debug("a client went away");
            return answer(400, "platform.broken-off", "the body broke off", Map.of());
        }
        return unexpected(failure);
    }

    private static Response known(ConsiliumException failure) {
        Response response = answer(failure.status().http(), failure.code(), failure.getMessage(), failure.members());
        if (failure.status() == ConsiliumException.Status.UNAVAILABLE) {
            response.getHeaders().putSingle("Retry-After", "1");
        } else if (failure.status() == ConsiliumException.Status.TOO_MANY
                && failure.members().containsKey("retryAfter")) {
            response.getHeaders()
                    .putSingle("Retry-After", String.valueOf(failure.members().get("retryAfter")));
        }
        return response;
    }

    private static Response badJson(JsonProcessingException failure) {
        String where = failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("/"))
                : "";
        return answer(
                400,
                "platform.bad-json",
                where.isEmpty() ? "the body is not the JSON that is expected" : "not understood: " + where,
                Map.of());
    }

    private static Response web(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        String code =
                switch (status) {
                    case 400 -> "platform.bad-request";
                    case 404 ->
                        failure.getCause() == null
                                ? "platform.not-found"
                                : Parameters.pathIsWellFormed() ? "platform.bad-parameter" : "platform.bad-identifier";
                    case 405 -> "platform.method-not-allowed";
                    case 406 -> "platform.not-acceptable";
                    case 415 -> "platform.unsupported-type";
                    default -> "platform.refused";
                };
        // JAX-RS says 404 for a query that cannot be read, as if there were no such resource
        return answer(code.equals("platform.bad-parameter") ? 400 : status, code, "refused", Map.of());
    }

    private static Response unexpected(Throwable failure) {
        Map<String, Object> problem = ProblemWriter.document(500, "platform.failed", "an unexpected failure", Map.of());
        LOG.error("{} failed", problem.get("instance"), new Redacted(failure));
        return Response.status(500).type(ProblemWriter.TYPE).entity(problem).build();
    }

    private static Response answer(int status, String code, String detail, Map<String, Object> members) {
        return Response.status(status)
                .type(ProblemWriter.TYPE)
                .entity(ProblemWriter.document(status, code, detail, members))
                .build();
    }
}
