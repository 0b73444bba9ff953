package org.consilium.platform.health.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.consilium.platform.health.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /metrics}: what all sources tell, for Prometheus. A source that fails or hangs is left out and counted. */
@Component(service = Servlet.class, configurationPid = HealthConfig.PID)
@HttpWhiteboardServletName("consilium-metrics")
@HttpWhiteboardServletPattern("/metrics")
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Askers askers = new Askers();
    private final transient Access access;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile List<MetricSource> sources = List.of();

    @Activate
    public MetricsServlet(HealthConfig config) {
        access = new Access(config.networks(), config.token());
    }

    @Deactivate
    void stop() {
        askers.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!access.isGranted(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .print(
                            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"code\":\"platform.not-allowed\"}");
            return;
        }
        response.setContentType(PrometheusText.TYPE);
        response.getOutputStream().write(collect().toString().getBytes(StandardCharsets.UTF_8));
    }

    private PrometheusText collect() {
        PrometheusText all = new PrometheusText();
        List<Future<PrometheusText>> begun = new ArrayList<>();
        int failed = 0;
        for (MetricSource source : sources) {
            try {
                begun.add(askers.begin(source.getClass().getName(), () -> ask(source)));
            } catch (TimeoutException e) {
                failed++;
            }
        }
        for (Future<PrometheusText> future : begun) {
            try {
                all.add(Askers.await(future));
            } catch (TimeoutException | ExecutionException e) {
                failed++;
            }
        }
        all.gauge("consilium_metric_sources_failed", "Sources that did not answer this time.", failed);
        return all;
    }

    private static PrometheusText ask(MetricSource source) throws Exception {
        PrometheusText text = new PrometheusText();
        source.tell(text);
        return text;
    }
}
