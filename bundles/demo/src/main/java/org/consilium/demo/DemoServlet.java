package org.consilium.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.consilium.notifications.api.Mail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The pages of the demo. Plain HTML without a script. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("demo")
@HttpWhiteboardServletPattern({"/demo", "/demo/*"})
public class DemoServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Pattern CALENDAR =
            Pattern.compile("/mail/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.ics");

    private final transient DemoRepository repository;
    private final transient DemoSeed seed;
    private final transient OverviewPage overview = new OverviewPage();
    private final transient MailPage mails = new MailPage(ZoneId.systemDefault());

    @Activate
    public DemoServlet(@Reference DemoRepository repository, @Reference DemoSeed seed) {
        this.repository = repository;
        this.seed = seed;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        switch (path) {
            case "/" -> send(response, "text/html", overview.render(seed.progress(), seed.people()));
            case "/mail" -> send(response, "text/html", mails.render(repository.mails()));
            case "/demo.css" -> send(response, "text/css", styleSheet());
            default -> sendCalendar(response, path);
        }
    }

    private void sendCalendar(HttpServletResponse response, String path) throws IOException {
        Matcher matcher = CALENDAR.matcher(path);
        Optional<String> calendar = matcher.matches()
                ? repository
                        .mail(UUID.fromString(matcher.group(1)))
                        .map(StoredMail::mail)
                        .map(Mail::calendar)
                : Optional.empty();
        if (calendar.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Disposition", "attachment; filename=\"visit.ics\"");
        send(response, "text/calendar", calendar.get());
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String styleSheet() throws IOException {
        try (InputStream in = DemoServlet.class.getResourceAsStream("/web/demo.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
