package org.consilium.notifications.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestSubmitted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the patient's side that the visit is booked (S061), and plans its reminders; without a visit, that an answer will come. */
@Component(service = EventConsumer.class)
public class MailOnRequestSubmitted implements EventConsumer<RequestSubmitted> {
    private final MailRepository repository;
    private final RequestCards cards;
    private final VisitMails mails;
    private final Reminders reminders;
    private final NotificationSettings settings;

    @Activate
    public MailOnRequestSubmitted(
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
    public Class<RequestSubmitted> eventType() {
        return RequestSubmitted.class;
    }

    @Override
    public void handle(RequestSubmitted event) {
        RequestCard card = cards.get(RequestCards.SELF, event.requestId());
        boolean visit = card.visitStart() != null;
        boolean late = card.state().isClosed() || visit && VisitMails.end(card).isBefore(settings.now());
        if (late || card.email() == null || repository.isWritten(card.id(), NoticeKind.APPOINTMENT.name())) {
            return;
        }
        repository.enqueue(visit ? mails.appointment(card) : mails.answer(card), settings.now());
        if (visit) {
            reminders.plan(card);
        }
    }
}
