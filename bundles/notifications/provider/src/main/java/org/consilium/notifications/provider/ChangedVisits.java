package org.consilium.notifications.provider;

import java.util.UUID;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A visit with another doctor or at another time: one mail that says what holds now, and reminders of the new time. */
@Component(service = ChangedVisits.class)
public class ChangedVisits {
    private final MailRepository repository;
    private final RequestCards cards;
    private final VisitMails mails;
    private final Reminders reminders;
    private final NotificationSettings settings;

    @Activate
    public ChangedVisits(
            @Reference MailRepository repository,
            @Reference RequestCards cards,
            @Reference VisitMails mails,
            @Reference Reminders reminders,
            @Reference NotificationSettings settings) {
        this.repository = repository;
        this.cards = cards;
        this.mails = mails;
        this.reminders = reminders;
        this.settings = settings;
    }

    /** Joins the caller's transaction. Nothing is sent about a visit that is over or a request that is not in work. */
    void tell(UUID requestId) {
        RequestCard card = cards.get(RequestCards.SELF, requestId);
        boolean late = !card.state().isWritable()
                || card.visitStart() == null
                || VisitMails.end(card).isBefore(settings.now());
        if (late || card.email() == null) {
            return;
        }
        // What still waits tells the time or the doctor of before.
        for (String waiting : repository.waiting(requestId)) {
            repository.change(waiting, mail -> mail.finish(MailState.FAILED, settings.now(), "superseded"));
        }
        int earlier = repository.ofRequest(requestId).size();
        repository.enqueue(mails.changed(card, earlier), settings.now());
        reminders.plan(card);
    }
}
