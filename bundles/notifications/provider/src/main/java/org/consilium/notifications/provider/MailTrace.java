package org.consilium.notifications.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.audit.TraceEntry.Kind;
import org.consilium.platform.audit.TraceEntry.Outcome;
import org.consilium.platform.audit.TraceSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails of a request, each attempt to send them, and the reminders that are planned. */
@Component(service = TraceSource.class)
public class MailTrace implements TraceSource {
    private final MailRepository repository;

    @Activate
    public MailTrace(@Reference MailRepository repository) {
        this.repository = repository;
    }

    @Override
    public String domain() {
        return "notifications";
    }

    @Override
    public List<TraceEntry> trace(UUID requestId) {
        List<TraceEntry> lines = new ArrayList<>();
        for (MailEntity mail : repository.ofRequest(requestId)) {
            String kind = mail.kind.name();
            lines.add(new TraceEntry(mail.createdAt, Kind.MAIL, kind, null, Outcome.DONE, null, "QUEUED"));
            if (mail.state == MailState.QUEUED) {
                lines.add(new TraceEntry(mail.dueAt, Kind.MAIL, kind, null, Outcome.WAITING, mail.attempts, null));
            }
        }
        repository.attempts(requestId).forEach(attempt -> lines.add(line(attempt)));
        repository
                .reminders(requestId)
                .forEach(reminder -> lines.add(new TraceEntry(
                        reminder.dueAt,
                        Kind.REMINDER,
                        NoticeKind.REMINDER.name(),
                        null,
                        Outcome.WAITING,
                        null,
                        reminder.leadMinutes + " min")));
        return lines;
    }

    private static TraceEntry line(AttemptEntity row) {
        Outcome outcome =
                switch (row.state) {
                    case SENT -> Outcome.DONE;
                    case QUEUED -> Outcome.FAILED;
                    case FAILED -> Outcome.GIVEN_UP;
                };
        return new TraceEntry(row.at, Kind.MAIL, row.kind.name(), null, outcome, row.attempt, row.error);
    }
}
