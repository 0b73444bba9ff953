package org.consilium.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.consilium.kernel.Uuid7;
import org.consilium.notifications.api.Mail;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoPagesTest {
    private static final String LINK = "http://localhost:8181/visit#kq3_X-0";

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestDatabase db = TestDatabase.on(Engine.H2);
    private final DemoRepository repository = new DemoRepository(db.unit("demo"), TestDatabase.READY);
    private final DemoSeed seed = new DemoSeed(new DemoOpen(), repository, TestConfig.of(10_000, 200));
    private final Server server = new Server(0);

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new DemoServlet(repository, seed)), "/demo/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        seed.stop();
        db.close();
    }

    @Test
    void theOverviewNamesAccountsAndPeople() throws Exception {
        HttpResponse<String> page = get("/demo");
        assertEquals(200, page.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow());
        DemoAccount.ALL.forEach(account -> assertTrue(page.body().contains("<code>" + account.login() + "</code>")));
        for (String text : new String[] {
            "demo-2026",
            "Иванова Анна Петровна",
            "112-233-445 95",
            "2657020837000348",
            "14.03.1985",
            "0348",
            "4595",
            "Данные создаются",
            "10\u00a0000 человек",
            "Все люди, организации и номера вымышлены",
            "href=\"/demo/mail\""
        }) {
            assertTrue(page.body().contains(text), text);
        }
        assertEquals(page.body(), get("/demo/").body());
    }

    @Test
    void pagesRunUnderAStrictPolicyWithoutScriptsOrStylesOfTheirOwn() throws Exception {
        for (String path : new String[] {"/demo", "/demo/mail", "/demo/demo.css", "/demo/nothing"}) {
            HttpResponse<String> page = get(path);
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'; style-src 'self';"), policy);
            assertFalse(policy.contains("unsafe"));
            assertEquals(
                    "nosniff",
                    page.headers().firstValue("X-Content-Type-Options").orElseThrow());
            assertFalse(page.body().contains("<script"));
            assertFalse(page.body().contains("style="));
        }
        assertEquals(
                "text/css;charset=utf-8",
                get("/demo/demo.css").headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void mailsAreShownWithTheirLinkAndTheirCalendar() throws Exception {
        assertTrue(get("/demo/mail").body().contains("Писем пока нет"));
        Mail mail = new Mail(
                Uuid7.next(),
                "anna@example.org",
                "Вы записаны",
                "Ваша ссылка:\n" + LINK + ".\nДо встречи!",
                "BEGIN:VCALENDAR\r\n");
        repository.keep(mail, 200);
        String page = get("/demo/mail").body();
        assertTrue(
                page.contains(
                        "<a href=\"" + LINK + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + LINK + "</a>."),
                page);
        assertTrue(page.contains("http-equiv=\"refresh\""));
        assertTrue(page.contains("anna@example.org"));
        HttpResponse<String> calendar = get("/demo/mail/" + mail.id() + ".ics");
        assertEquals("BEGIN:VCALENDAR\r\n", calendar.body());
        assertEquals(
                "text/calendar;charset=utf-8",
                calendar.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(calendar.headers()
                .firstValue("Content-Disposition")
                .orElseThrow()
                .startsWith("attachment"));
    }

    @Test
    void textsOfMailsStayTexts() throws Exception {
        repository.keep(
                new Mail(
                        Uuid7.next(),
                        "\"<b>\"@example.org",
                        "<img src=x onerror=alert(1)>",
                        "<script>alert(1)</script> http://x\"onmouseover=alert(1) javascript:alert(1) & 'quotes'",
                        null),
                200);
        String page = get("/demo/mail").body();
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<img"));
        assertFalse(page.contains("<b>"));
        assertFalse(page.contains("\"onmouseover"));
        assertFalse(page.contains("href=\"javascript"));
        assertTrue(page.contains("&lt;script&gt;"));
        assertFalse(page.contains(".ics"));
    }

    @Test
    void nothingElseIsThere() throws Exception {
        for (String path : new String[] {
            "/demo/x",
            "/demo/mail/x.ics",
            "/demo/mail/" + Uuid7.next() + ".ics",
            "/demo/mail/../../x",
            "/demo/OSGI-INF/x.xml"
        }) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.getURI().resolve("/") + path.substring(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
