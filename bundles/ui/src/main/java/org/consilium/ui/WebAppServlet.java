package org.consilium.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Serves the web interface: hashed files for ever, the two pages never from a cache and with a fresh nonce. A path without a file is
 * a place within the application; {@code /visit} is the patient's page, everything else the staff's.
 */
// The address of the vendor's script stands once, in the file of signing; the page may load exactly what is named
// there.
@Component(service = Servlet.class, configurationPid = "org.consilium.signing")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("ui")
@HttpWhiteboardServletAsyncSupported
public final class WebAppServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String ASSETS = "/assets/";
    /** As in {@code org.consilium.conferencing.api.ConferenceEngine}, without which the pages are served as well. */
    private static final String CONNECT = "consilium.connect";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient Assets assets;
    private final transient ContentPolicy policy;
    private final transient ServiceTracker<Object, String> servers;

    @Activate
    public WebAppServlet(BundleContext context, Map<String, Object> configuration) throws InvalidSyntaxException {
        assets = new Assets(context.getBundle(), PreviousAssets.in(context.getProperty("karaf.base")));
        assets.keepForTheNextBuild();
        policy = ContentPolicy.allowing(configuration.get("pluginScript"));
        servers = new ServiceTracker<>(
                context,
                FrameworkUtil.createFilter("(" + CONNECT + "=*)"),
                new ServiceTrackerCustomizer<Object, String>() {
                    @Override
                    public String addingService(ServiceReference<Object> reference) {
                        return String.valueOf(reference.getProperty(CONNECT));
                    }

                    @Override
                    public void modifiedService(ServiceReference<Object> reference, String server) {}

                    @Override
                    public void removedService(ServiceReference<Object> reference, String server) {}
                });
        // All of them: the engine's class is nothing that this bundle knows.
        servers.open(true);
    }

    @Deactivate
    void stop() {
        servers.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
        if (path.startsWith("/api/") || path.startsWith("/live")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean isFile = path.substring(path.lastIndexOf('/') + 1).contains(".");
        if (isFile && !path.endsWith(".html")) {
            file(path, request, response);
        } else {
            page(path.equals("/visit") || path.startsWith("/visit/") ? "/patient.html" : "/index.html", response);
        }
    }

    private void file(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asset asset = assets.find(path);
        if (asset == null) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Cache-Control", path.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", asset.etag());
        response.setHeader("Vary", "Accept-Encoding");
        if (asset.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        byte[] body = asset.plain();
        String accepted = request.getHeader("Accept-Encoding");
        if (asset.gzip() != null && accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            body = asset.gzip();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void page(String page, HttpServletResponse response) throws IOException {
        Asset asset = assets.find(page);
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        response.setHeader(
                "Content-Security-Policy",
                policy.with(nonce, servers.getTracked().values()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=utf-8");
        String html = new String(asset.plain(), StandardCharsets.UTF_8).replace("__NONCE__", nonce);
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
