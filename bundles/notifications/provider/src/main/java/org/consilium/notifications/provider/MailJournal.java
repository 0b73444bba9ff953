package org.consilium.notifications.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was sent about a request, for the staff that takes part in it. */
@Component(service = MailJournal.class)
public class MailJournal {
    private final MailRepository repository;
    private final RequestCards cards;

    @Activate
    public MailJournal(@Reference MailRepository repository, @Reference RequestCards cards) {
        this.repository = repository;
        this.cards = cards;
    }

    /** Oldest first. */
    List<JournalEntry> ofRequest(Caller caller, UUID requestId) {
        if (caller.isPatient()) {
            throw ConsiliumException.forbidden("notifications.staff-only");
        }
        cards.get(caller, requestId);
        return repository.ofRequest(requestId).stream().map(MailEntity::toEntry).toList();
    }
}
