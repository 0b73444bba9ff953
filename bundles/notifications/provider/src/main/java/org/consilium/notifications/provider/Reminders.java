package org.consilium.notifications.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminders of visits. They are rows with a time, so that a restart loses none, and become mails when that time
 * comes, from what the request says then.
 */
@Component(service = Reminders.class)
public class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final MailRepository repository;
    private final RequestCards cards;
    private final VisitMails mails;
    private final NotificationSettings settings;

    @Activate
    public Reminders(
            @Reference MailRepository repository,
            @Reference RequestCards cards,
            @Reference VisitMails mails,
            @Reference NotificationSettings settings) {
        this.repository = repository;
        this.cards = cards;
        this.mails = mails;
        this.settings = settings;
    }

    /**
     * Plans the reminders of a visit whose time has not come yet, in place of those planned before. Joins the
     * caller's transaction.
     */
    void plan(RequestCard card) {
        drop(card.id());
        Instant now = settings.now();
        for (int minutes : settings.reminderMinutes()) {
            Instant due = card.visitStart().minus(Duration.ofMinutes(minutes));
            if (due.isAfter(now)) {
                ReminderEntity reminder = new ReminderEntity();
                reminder.id = Uuid7.next().toString();
                reminder.requestId = card.id().toString();
                reminder.leadMinutes = minutes;
                reminder.visitStart = card.visitStart();
                reminder.dueAt = due;
                repository.plan(reminder);
            }
        }
    }

    /** Forgets the reminders of a request. Joins the caller's transaction. */
    void drop(UUID requestId) {
        repository.deleteReminders(requestId);
    }

    /**
     * Turns the reminders whose time has come into mails. What cannot be written just now waits and does not hold up
     * the others.
     */
    void writeDue() {
        Instant now = settings.now();
        for (Optional<ReminderEntity> due = repository.dueReminder(now);
                due.isPresent();
                due = repository.dueReminder(now)) {
            String id = due.get().id;
            try {
                repository.inTransaction(() -> {
                    repository.lockReminder(id).ifPresent(reminder -> write(reminder, now));
                    return null;
                });
            } catch (ConsiliumException e) {
                if (e.status() == ConsiliumException.Status.NOT_FOUND) {
                    repository.deleteReminder(id);
                } else {
                    repository.postpone(id, now.plus(PAUSE));
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "Reminder {} could not be written: {}", id, e.getClass().getName());
                repository.postpone(id, now.plus(PAUSE));
            }
        }
    }

    private void write(ReminderEntity reminder, Instant now) {
        repository.deleteReminder(reminder.id);
        if (!reminder.visitStart.isAfter(now) || repository.hasLaterDue(reminder, now)) {
            return;
        }
        RequestCard card = cards.get(RequestCards.SELF, reminder.request());
        String occasion = VisitMails.reminderOccasion(reminder.visitStart, reminder.leadMinutes);
        boolean wanted = card.state().isWritable()
                && card.email() != null
                && card.visitStart().equals(reminder.visitStart);
        if (wanted && !repository.isWritten(card.id(), occasion)) {
            repository.enqueue(mails.reminder(card, reminder.leadMinutes), now);
        }
    }
}
