package org.consilium.platform.health.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.consilium.platform.health.Health.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;

/**
 * {@code /health}: everything, for monitoring. {@code /health/ready}: whether to send people here, for a load balancer. {@code /health/live}:
 * whether the process serves at all, for whoever would restart it. 200 or 503; the JSON has the members of Felix Health Check.
 */
@Component(service = Servlet.class, configurationPid = HealthConfig.PID)
@Designate(ocd = HealthConfig.class)
@HttpWhiteboardServletName("consilium-health")
@HttpWhiteboardServletPattern({HealthServlet.ALL, HealthServlet.READY, HealthServlet.LIVE})
public class HealthServlet extends HttpServlet {
    static final String ALL = "/health";
    static final String READY = "/health/ready";
    static final String LIVE = "/health/live";

    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient Checks checks;
    private final transient Access access;

    @Activate
    public HealthServlet(@Reference Checks checks, HealthConfig config) {
        this.checks = checks;
        access = new Access(config.networks(), config.token());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<CheckResult> results =
                switch (request.getServletPath()) {
                    case LIVE -> List.of();
                    case READY ->
                        checks.results().stream().filter(CheckResult::vital).toList();
                    default -> checks.results();
                };
        Status overall =
                results.stream().map(result -> result.health().status()).reduce(Status.OK, Status::and);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("overallResult", overall.name());
        if (access.isGranted(request)) {
            answer.put("results", results.stream().map(HealthServlet::json).toList());
        }
        response.setStatus(overall.isUsable() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }

    private static Map<String, Object> json(CheckResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", result.name());
        json.put("status", result.health().status().name());
        json.put("timeInMs", result.millis());
        json.put("finishedAt", result.finishedAt().toString());
        json.put("tags", result.vital() ? List.of("ready") : List.of());
        json.put(
                "messages",
                result.health().messages().stream()
                        .map(text -> Map.of("message", text))
                        .toList());
        return json;
    }
}
