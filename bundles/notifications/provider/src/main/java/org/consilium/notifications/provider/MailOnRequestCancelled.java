package org.consilium.notifications.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestCancelled;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the patient's side that the visit does not take place; what still waits in the queue about it is given up. */
@Component(service = EventConsumer.class)
public class MailOnRequestCancelled implements EventConsumer<RequestCancelled> {
    private final MailRepository repository;
    private final RequestCards cards;
    private final VisitMails mails;
    private final Reminders reminders;
    private final NotificationSettings settings;

    @Activate
    public MailOnRequestCancelled(
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

    @Override
    public Class<RequestCancelled> eventType() {
        return RequestCancelled.class;
    }

    @Override
    public void handle(RequestCancelled event) {
        RequestCard card = cards.get(RequestCards.SELF, event.requestId());
        reminders.drop(card.id());
        if (card.email() == null || repository.isWritten(card.id(), NoticeKind.CANCELLED.name())) {
            return;
        }
        // a mail that waits for its next attempt would otherwise arrive after the news of the cancellation
        for (String waiting : repository.waiting(card.id())) {
            repository.change(waiting, mail -> mail.finish(MailState.FAILED, settings.now(), "cancelled"));
        }
        int earlier = repository.ofRequest(card.id()).size();
        repository.enqueue(mails.cancelled(card, earlier), settings.now());
    }
}
