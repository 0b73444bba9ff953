package org.consilium.platform.live.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.consilium.kernel.Caller;
import org.consilium.platform.security.Origins;
import org.consilium.platform.security.Sessions;
import org.eclipse.jetty.websocket.servlet.WebSocketServlet;
import org.eclipse.jetty.websocket.servlet.WebSocketServletFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of the live channel: {@code /live} for staff, {@code /live/visit} for patients. */
@Component(service = Servlet.class, configurationPid = LiveConfig.PID)
@Designate(ocd = LiveConfig.class)
@HttpWhiteboardServletName("consilium-live")
@HttpWhiteboardServletPattern({LiveServlet.STAFF_PATH, LiveServlet.VISIT_PATH})
@HttpWhiteboardServletAsyncSupported
public class LiveServlet extends WebSocketServlet {
    static final String STAFF_PATH = "/live";
    static final String VISIT_PATH = "/live/visit";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(LiveServlet.class);
    private static final String ADMITTED = LiveServlet.class.getName() + ".admitted";

    private final transient SocketHub hub;
    private final transient Sessions sessions;
    private final transient LiveInbox inbox;
    private final transient Origins origins;
    private final transient LiveConfig config;

    /** Who was let in, and by which token. */
    private record Admitted(Caller caller, String token) {}

    @Activate
    public LiveServlet(
            @Reference SocketHub hub,
            @Reference Sessions sessions,
            @Reference Origins origins,
            @Reference LiveInbox inbox,
            LiveConfig config) {
        this.hub = hub;
        this.inbox = inbox;
        this.sessions = sessions;
        this.config = config;
        this.origins = origins;
    }

    /** Jetty finds its implementation by the thread's class loader, which here has to be its own. */
    @Override
    public void init() throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(WebSocketServlet.class.getClassLoader());
        try {
            super.init();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void configure(WebSocketServletFactory factory) {
        factory.getPolicy()
                .setIdleTimeout(Duration.ofSeconds(config.idleSeconds()).toMillis());
        factory.getPolicy().setMaxTextMessageSize(config.messageBytes());
        factory.getPolicy().setMaxBinaryMessageSize(config.messageBytes());
        // Hints are tiny; compression would keep its buffers for every open tab.
        factory.getExtensionFactory().unregister("permessage-deflate");
        factory.setCreator((request, response) -> {
            Admitted admitted = (Admitted) request.getServletAttribute(ADMITTED);
            return new LiveSocket(
                    admitted.caller(), TokenHash.of(admitted.token()), hub, inbox, () -> sessions.find(admitted.token())
                            .isPresent());
        });
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            refuse(response, 426, "platform.upgrade-required", "Upgrade Required");
        } else if (!origins.accept(request.getHeader("Origin"), request.getHeader("Host"))) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "platform.wrong-origin", "Forbidden");
        } else {
            admit(request, response);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<Admitted> admitted;
        try {
            admitted = admitted(request);
        } catch (RuntimeException e) {
            LOG.warn("sessions cannot be looked up just now: {}", e.getClass().getName());
            response.setHeader("Retry-After", "3");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "platform.unavailable", "Service Unavailable");
            return;
        }
        if (admitted.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "platform.not-logged-in", "Unauthorized");
        } else {
            request.setAttribute(ADMITTED, admitted.get());
            super.service(request, response);
        }
    }

    private Optional<Admitted> admitted(HttpServletRequest request) {
        boolean visit = VISIT_PATH.equals(request.getServletPath());
        Caller.Kind kind = visit ? Caller.Kind.PATIENT : Caller.Kind.STAFF;
        return cookie(request, visit ? Sessions.VISIT_COOKIE : Sessions.STAFF_COOKIE)
                .flatMap(token -> sessions.find(token)
                        .filter(caller -> caller.kind() == kind)
                        .map(caller -> new Admitted(caller, token)));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void refuse(HttpServletResponse response, int status, String code, String title) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("{\"status\":" + status + ",\"title\":\"" + title + "\",\"code\":\"" + code + "\"}");
    }
}
