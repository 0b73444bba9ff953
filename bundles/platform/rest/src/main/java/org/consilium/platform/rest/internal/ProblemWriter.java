package org.consilium.platform.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Response;
import org.consilium.kernel.Uuid7;

/** Problem documents, RFC 9457. */
final class ProblemWriter {
    static final String TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = Json.mapper();

    private ProblemWriter() {}

    /** A new problem document; its {@code instance} also stands in the log, so that a person can be helped. */
    static Map<String, Object> document(int status, String code, String detail, Map<String, Object> members) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        problem.put("instance", "urn:uuid:" + Uuid7.next());
        problem.putAll(members);
        return problem;
    }

    /** The phrase of the status, as RFC 9457, 4.2.1 asks for with {@code about:blank}. */
    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Refused";
    }

    static void write(HttpServletResponse response, int status, String code, String detail, Map<String, Object> members)
            throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE);
        response.getOutputStream().write(MAPPER.writeValueAsBytes(document(status, code, detail, members)));
    }
}
