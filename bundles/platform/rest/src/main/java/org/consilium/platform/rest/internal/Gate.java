package org.consilium.platform.rest.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.security.Origins;
import org.consilium.platform.security.ServiceTokens;
import org.consilium.platform.security.Sessions;

/**
 * The servlet in front of all domains. It knows which domain a path belongs to, whether that one is up, and from which cookie or
 * token the caller comes; it refuses what no domain should see (foreign origins, forms). A domain that is installed but away is waited for shortly,
 * then answered 503 with Retry-After.
 */
final class Gate extends CXFNonSpringServlet {
    /** Request attribute with the {@link Caller}, absent for nobody. */
    static final String CALLER = Gate.class.getName() + ".caller";

    private static final long serialVersionUID = 1;
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "DELETE");
    private static final long HOLD_MILLIS = 3_000;
    /** Each request that is held keeps a thread: no more than these. */
    private static final int MAX_HELD = 50;

    private static final String BEARER = "Bearer ";
    private static final int MAX_JSON = 1 << 20;
    /** A percent sign without its two digits: JAX-RS fails on it before it has found a resource. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final transient Map<String, DomainEndpoint> endpoints;
    private final transient KnownDomains known;
    private final transient Sessions sessions;
    private final transient Supplier<ServiceTokens> tokens;
    private final transient Origins origins;
    private final transient OpenApiDocument openApi;
    private final transient Traffic traffic;
    private final transient Semaphore held = new Semaphore(MAX_HELD);

    Gate(
            DestinationRegistry destinations,
            Bus bus,
            Map<String, DomainEndpoint> endpoints,
            KnownDomains known,
            Sessions sessions,
            Supplier<ServiceTokens> tokens,
            Origins origins,
            OpenApiDocument openApi,
            Traffic traffic) {
        super(destinations, false);
        setBus(bus);
        this.endpoints = endpoints;
        this.known = known;
        this.sessions = sessions;
        this.tokens = tokens;
        this.origins = origins;
        this.openApi = openApi;
        this.traffic = traffic;
    }

    @Override
    public void destroy() {
        // The bus outlives this servlet's registration; RestEndpoints shuts it down.
    }

    @Override
    public void service(ServletRequest servletRequest, ServletResponse servletResponse)
            throws ServletException, IOException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (path.equals("/openapi.json")) {
            openApi.write(response);
            return;
        }
        ApiPath target = ApiPath.parse(path);
        if (target == null) {
            ProblemWriter.write(response, 404, "platform.not-found", "no such path", Map.of());
            return;
        }
        long started = System.nanoTime();
        try {
            pass(target, request, response);
        } finally {
            if (known.contains(target.domain())) {
                traffic.answered(target.domain(), method(request), response.getStatus(), System.nanoTime() - started);
            }
        }
    }

    /** One of the few that there are: the others are refused, and are whatever somebody sent. */
    private static String method(HttpServletRequest request) {
        String method = request.getMethod();
        return SAFE.contains(method) || UNSAFE.contains(method) ? method : "other";
    }

    private void pass(ApiPath target, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!SAFE.contains(request.getMethod()) && !UNSAFE.contains(request.getMethod())) {
            ProblemWriter.write(response, 405, "platform.method-not-allowed", "no such method here", Map.of());
            return;
        }
        String query = request.getQueryString();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            ProblemWriter.write(response, 400, "platform.bad-parameter", "the query cannot be read", Map.of());
            return;
        }
        String refusal = refusal(request, target);
        if (refusal != null) {
            ProblemWriter.write(
                    response,
                    refusal.equals("platform.too-large") ? 413 : refusal.equals("platform.json-needed") ? 415 : 403,
                    refusal,
                    "refused",
                    Map.of());
            return;
        }
        DomainEndpoint endpoint = endpoints.get(target.domain());
        // also when it was there and its bundle has been uninstalled since
        if ((endpoint == null || !endpoint.isUp()) && !known.contains(target.domain())) {
            ProblemWriter.write(response, 404, "platform.not-found", "no such domain", Map.of());
            return;
        }
        if (endpoint == null || !enter(endpoint)) {
            response.setHeader("Retry-After", "1");
            ProblemWriter.write(
                    response,
                    503,
                    "platform.domain-away",
                    "the domain is being replaced or switched off",
                    Map.of("domain", target.domain()));
            return;
        }
        try {
            caller(request, target.kind()).ifPresent(caller -> request.setAttribute(CALLER, caller));
            super.service(target.rewritten() ? new RewrittenRequest(request, target) : request, response);
        } catch (ConsiliumException e) {
            refuse(response, e);
        } finally {
            endpoint.leave();
        }
    }

    private boolean enter(DomainEndpoint endpoint) {
        if (endpoint.enter()) {
            return true;
        }
        if (!held.tryAcquire()) {
            return false;
        }
        try {
            endpoint.await(HOLD_MILLIS);
        } finally {
            held.release();
        }
        return endpoint.enter();
    }

    private static void refuse(HttpServletResponse response, ConsiliumException refusal) throws IOException {
        Object seconds = refusal.members().getOrDefault("retryAfter", 1);
        response.setHeader("Retry-After", String.valueOf(seconds));
        ProblemWriter.write(response, refusal.status().http(), refusal.code(), refusal.getMessage(), refusal.members());
    }

    /** Nobody comes from a header where a cookie is asked for, nor the other way round. */
    private Optional<Caller> caller(HttpServletRequest request, Caller.Kind kind) {
        return kind == Caller.Kind.SERVICE ? service(request) : person(request, kind);
    }

    private Optional<Caller> service(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        ServiceTokens known = tokens.get();
        if (known == null) {
            throw ConsiliumException.domainAway("identity");
        }
        return known.find(header.substring(BEARER.length()).trim()).filter(Caller::isService);
    }

    private Optional<Caller> person(HttpServletRequest request, Caller.Kind kind) {
        String name = kind == Caller.Kind.PATIENT ? Sessions.VISIT_COOKIE : Sessions.STAFF_COOKIE;
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return sessions.find(cookie.getValue()).filter(caller -> caller.kind() == kind);
            }
        }
        return Optional.empty();
    }

    /** Why an unsafe request is refused, {@code null} when it is not: the cross-site ones a browser could be tricked into. */
    private String refusal(HttpServletRequest request, ApiPath target) {
        if (SAFE.contains(request.getMethod())) {
            return null;
        }
        // a service sends no cookie that a page could borrow
        if (target.kind() != Caller.Kind.SERVICE
                && !origins.accept(request.getHeader("Origin"), request.getHeader("Host"))) {
            return "platform.wrong-origin";
        }
        if (request.getHeader("Consilium-Upload") != null || request.getMethod().equals("DELETE")) {
            return null;
        }
        String type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "application/json", 0, 16)) {
            return "platform.json-needed";
        }
        return request.getContentLengthLong() > MAX_JSON ? "platform.too-large" : null;
    }
}
