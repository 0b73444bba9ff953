package org.consilium.notifications.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.consilium.kernel.Uuid7;
import org.consilium.notifications.api.Mail;
import org.consilium.notifications.api.MailRefusedException;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @Proves("S061")
    void aMailArrivesAsItWasWritten() throws Exception {
        String calendar = VisitCalendar.published(
                FakeRequests.card(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Instant.parse("2026-12-12T07:30:00Z"),
                        null,
                        RequestState.IN_WORK),
                Instant.now());
        Mail mail = new Mail(
                Uuid7.next(),
                "patient@example.org",
                "Приём врача онлайн 12 декабря в 10:30",
                "Здравствуйте!\nСсылка: https://x/visit#t\n",
                calendar);
        SmtpTransport transport = transport(Map.of());
        transport.send(mail);
        transport.send(mail);

        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(2, received.length);
        assertEquals(received[0].getMessageID(), received[1].getMessageID());
        MimeMessage first = received[0];
        assertEquals("<" + mail.id() + "@region.example.org>", first.getMessageID());
        assertEquals("Приём врача онлайн 12 декабря в 10:30", first.getSubject());
        assertEquals("patient@example.org", first.getAllRecipients()[0].toString());
        assertEquals("Телемедицинские консультации", ((InternetAddress) first.getFrom()[0]).getPersonal());
        assertEquals("auto-generated", first.getHeader("Auto-Submitted", null));
        MimeMultipart parts = (MimeMultipart) first.getContent();
        assertEquals(2, parts.getCount());
        assertEquals(mail.text(), ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"));
        MimeBodyPart attached = (MimeBodyPart) parts.getBodyPart(1);
        assertEquals("visit.ics", attached.getFileName());
        assertTrue(attached.getContentType().contains("method=PUBLISH"), attached.getContentType());
        try (InputStream in = attached.getInputStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, Biweekly.parse(text).first().getEvents().size());
        }
    }

    @Test
    void aMailWithoutAttachmentIsPlainText() throws Exception {
        transport(Map.of()).send(mail("patient@example.org"));
        assertTrue(server.getReceivedMessages()[0].getContentType().startsWith("text/plain"));
    }

    @Test
    void logsInWhereTheServerWantsIt() throws Exception {
        server.setUser("region@example.org", "region", "secret");
        transport(Map.of("smtpUser", "region", "smtpPassword", "secret")).send(mail("patient@example.org"));
        assertEquals(1, server.getReceivedMessages().length);
        IOException failure =
                assertThrows(IOException.class, () -> transport(Map.of("smtpUser", "region", "smtpPassword", "wrong"))
                        .send(mail("patient@example.org")));
        assertFalse(
                failure instanceof MailRefusedException,
                "a wrong password is mended by the operator, not by giving up");
    }

    @Test
    void nothingGoesInClearWhereTlsIsConfigured() {
        for (NotificationsConfig.Tls tls :
                new NotificationsConfig.Tls[] {NotificationsConfig.Tls.STARTTLS, NotificationsConfig.Tls.TLS}) {
            SmtpTransport transport = transport(Map.of("smtpTls", tls));
            assertThrows(IOException.class, () -> transport.send(mail("patient@example.org")));
        }
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        SmtpTransport transport = transport(Map.of());
        server.stop();
        IOException failure = assertThrows(IOException.class, () -> transport.send(mail("patient@example.org")));
        assertFalse(failure instanceof MailRefusedException);
        assertFalse(failure.getMessage().contains("patient"));
        server.start();
    }

    @Test
    void whatIsNoAddressIsRefusedForGood() {
        for (String to :
                new String[] {"nonsense@", "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org"}) {
            assertThrows(MailRefusedException.class, () -> transport(Map.of()).send(mail(to)), to);
        }
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aMailboxThatDoesNotExistIsRefusedForGoodAndAFullOneIsTriedAgain() throws Exception {
        assertInstanceOf(MailRefusedException.class, failureAfter("RCPT", "550 5.1.1 no such user"));
        assertInstanceOf(MailRefusedException.class, failureAfter(".", "554 5.7.1 refused"));
        assertFalse(failureAfter("RCPT", "452 4.2.2 mailbox full") instanceof MailRefusedException);
        assertFalse(failureAfter("MAIL", "530 5.7.0 authentication required") instanceof MailRefusedException);
        assertFalse(failureAfter(".", "451 4.3.0 try later") instanceof MailRefusedException);
    }

    /** What comes of a server that answers one command as told and all others well. */
    private static IOException failureAfter(String command, String answer) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread thread = new Thread(() -> converse(socket, command, answer));
            thread.start();
            SmtpTransport transport = transport(Map.of("smtpPort", socket.getLocalPort()), 0);
            IOException failure = assertThrows(IOException.class, () -> transport.send(mail("patient@example.org")));
            thread.join(5_000);
            return failure;
        }
    }

    private static void converse(ServerSocket socket, String command, String answer) {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 ready");
            boolean body = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (body && !line.equals(".")) {
                    continue;
                }
                body = line.startsWith("DATA");
                say(client, line.startsWith(command) ? answer : body ? "354 go on" : "250 ok");
            }
        } catch (IOException e) {
            // the client hung up
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private SmtpTransport transport(Map<String, Object> changed) {
        return transport(changed, server.getSmtp().getPort());
    }

    private static SmtpTransport transport(Map<String, Object> changed, int port) {
        Map<String, Object> values = new HashMap<>();
        values.put("smtpHost", "127.0.0.1");
        values.put("smtpPort", port);
        values.put("smtpTls", NotificationsConfig.Tls.NONE);
        values.put("smtpFrom", "noreply@region.example.org");
        values.putAll(changed);
        return new SmtpTransport(TestConfig.with(values));
    }

    private static Mail mail(String to) {
        return new Mail(Uuid7.next(), to, "Тема", "Текст", null);
    }
}
