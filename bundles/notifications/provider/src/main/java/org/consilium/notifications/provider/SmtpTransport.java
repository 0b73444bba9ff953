package org.consilium.notifications.provider;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.activation.DataHandler;
import javax.mail.MessagingException;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;
import org.consilium.notifications.api.Mail;
import org.consilium.notifications.api.MailRefusedException;
import org.consilium.notifications.api.MailTransport;

/**
 * Sends mails to the region's mail server (RFC 5321). Where TLS is configured nothing goes in clear, and the server's
 * name is checked.
 */
final class SmtpTransport implements MailTransport {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final NotificationsConfig config;
    private final Properties properties;

    SmtpTransport(NotificationsConfig config) {
        this.config = config;
        this.properties = properties(config);
    }

    @Override
    public void send(Mail mail) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // sessions and mail parts look for their classes through it; they are in the bundle of the SMTP classes, while
        // javax.mail
        // itself may come from another one, which has the API alone
        thread.setContextClassLoader(SMTPTransport.class.getClassLoader());
        Session session = Session.getInstance(properties);
        try (SMTPTransport transport = new SMTPTransport(session, null)) {
            MimeMessage message = message(session, mail);
            transport.connect(emptyToNull(config.smtpUser()), emptyToNull(config.smtpPassword()));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            if (isFinal(e)) {
                throw new MailRefusedException("the mail server refused the mail for good", e);
            }
            throw new IOException("the mail server did not take the mail", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException, IOException {
        InternetAddress from = new InternetAddress(config.smtpFrom(), true);
        from.setPersonal(config.smtpFromName(), UTF_8);
        MimeMessage message = new IdentifiedMessage(session, "<" + mail.id() + "@" + domain(from) + ">");
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, recipient(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(new java.util.Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "ru");
        if (mail.calendar() == null) {
            message.setText(mail.text(), UTF_8);
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(mail.text(), UTF_8);
            message.setContent(new MimeMultipart(text, calendar(mail.calendar())));
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress recipient(String to) throws MailRefusedException {
        try {
            return new InternetAddress(to, true);
        } catch (AddressException e) {
            // the cause repeats the address
            throw new MailRefusedException("not an address", null);
        }
    }

    private static MimeBodyPart calendar(String calendar) throws MessagingException {
        String method = calendar.contains("METHOD:CANCEL") ? "CANCEL" : "PUBLISH";
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                calendar.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=" + method)));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName("visit.ics");
        return part;
    }

    private static Properties properties(NotificationsConfig config) {
        boolean tls = config.smtpTls() == NotificationsConfig.Tls.TLS;
        boolean startTls = config.smtpTls() == NotificationsConfig.Tls.STARTTLS;
        int usualPort = tls ? 465 : startTls ? 587 : 25;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", config.smtpHost());
        properties.setProperty(
                "mail.smtp.port", Integer.toString(config.smtpPort() > 0 ? config.smtpPort() : usualPort));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!config.smtpUser().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        // a connection that breaks after the server took the mail must not count as a failure
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
        properties.setProperty("mail.smtp.timeout", Integer.toString(ANSWER_MILLIS));
        properties.setProperty("mail.smtp.writetimeout", Integer.toString(ANSWER_MILLIS));
        return properties;
    }

    /**
     * Whether the server said no to this mail or its recipient in a way that another attempt does not change (5yz). A
     * no to the sender is a matter of configuration and passes.
     */
    private static boolean isFinal(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof SMTPAddressFailedException address && isPermanent(address.getReturnCode())) {
                return true;
            }
            if (e instanceof SMTPSendFailedException message
                    && isPermanent(message.getReturnCode())
                    && !message.getCommand().startsWith("MAIL")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Keeps its Message-ID, so that a mail which is sent twice is recognised as one. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
