package org.consilium.notifications.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.notifications.api.MailRefusedException;
import org.consilium.notifications.api.MailTransport;
import org.consilium.platform.audit.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands waiting mails to a transport, one after another. A mail is taken in one transaction, sent in none, and noted
 * in another: a crash in between sends it once more, with the same Message-ID, and never loses it.
 */
@Component(service = MailQueue.class)
public class MailQueue {
    private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
    /** Longer than all time-outs of a transport together. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int OUTDATED_AT_ONCE = 500;
    private static final int MAX_ERROR = 200;

    private final MailRepository repository;
    private final AuditLog audit;
    private final NotificationSettings settings;

    @Activate
    public MailQueue(
            @Reference MailRepository repository, @Reference AuditLog audit, @Reference NotificationSettings settings) {
        this.repository = repository;
        this.audit = audit;
        this.settings = settings;
    }

    /** Gives up what is of no use any more, so that no link waits in the queue for ever. */
    void giveUpOutdated() {
        for (String id : repository.outdated(settings.now(), OUTDATED_AT_ONCE)) {
            finish(id, MailState.FAILED, "outdated");
        }
    }

    /** Sends the mail that waits longest; false when none is due. */
    boolean sendNext(MailTransport transport) {
        Optional<MailEntity> claimed = repository.claim(settings.now(), LEASE);
        claimed.ifPresent(mail -> send(mail, transport));
        return claimed.isPresent();
    }

    private void send(MailEntity mail, MailTransport transport) {
        try {
            transport.send(mail.toMail());
            finish(mail.id, MailState.SENT, null);
        } catch (MailRefusedException e) {
            LOG.warn("Mail {} was refused for good", mail.id);
            finish(mail.id, MailState.FAILED, describe(e));
        } catch (IOException | RuntimeException e) {
            // a transport is code of others: whatever it throws, the mail is tried again and the other mails go on
            tryAgain(mail, describe(e));
        }
    }

    private void tryAgain(MailEntity mail, String error) {
        LOG.warn("Mail {} was not sent, attempt {}: {}", mail.id, mail.attempts, error);
        if (mail.attempts >= settings.maxAttempts()) {
            finish(mail.id, MailState.FAILED, error);
        } else {
            repository.change(mail.id, row -> {
                row.dueAt = settings.now().plus(settings.pauseAfter(row.attempts));
                row.lastError = error;
                repository.add(AttemptEntity.of(row, settings.now(), error));
            });
        }
    }

    private void finish(String id, MailState end, String error) {
        repository.inTransaction(() -> {
            repository.change(id, mail -> {
                mail.finish(end, settings.now(), error);
                repository.add(AttemptEntity.of(mail, settings.now(), error));
                audit.append(
                        RequestCards.SELF,
                        end == MailState.SENT ? "notifications.sent" : "notifications.failed",
                        UUID.fromString(mail.requestId),
                        Map.of("kind", mail.kind.name(), "attempts", Integer.toString(mail.attempts)));
            });
            return null;
        });
    }

    /** Classes only: messages of mail servers repeat addresses. */
    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(t.getClass().getSimpleName());
        }
        return text.substring(0, Math.min(text.length(), MAX_ERROR));
    }
}
