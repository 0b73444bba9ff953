package org.consilium.notifications.provider;

import org.consilium.conferencing.api.PatientAwaited;
import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the patient's side that the doctor rings or waits in the room (S061). */
@Component(service = EventConsumer.class)
public class MailOnPatientAwaited implements EventConsumer<PatientAwaited> {
    private final MailRepository repository;
    private final RequestCards cards;
    private final VisitMails mails;
    private final NotificationSettings settings;

    @Activate
    public MailOnPatientAwaited(
            @Reference MailRepository repository,
            @Reference RequestCards cards,
            @Reference VisitMails mails,
            @Reference NotificationSettings settings) {
        this.repository = repository;
        this.cards = cards;
        this.mails = mails;
        this.settings = settings;
    }

    @Override
    public Class<PatientAwaited> eventType() {
        return PatientAwaited.class;
    }

    @Override
    public void handle(PatientAwaited event) {
        RequestCard card = cards.get(RequestCards.SELF, event.requestId());
        boolean told = repository.isWritten(card.id(), VisitMails.waitingOccasion(event.conferenceId()));
        if (!card.state().isClosed() && card.email() != null && !told) {
            repository.enqueue(mails.waiting(card, event.conferenceId()), settings.now());
        }
    }
}
