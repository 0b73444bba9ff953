package org.consilium.demo;

import org.consilium.notifications.api.Mail;
import org.consilium.notifications.api.MailTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;

/** Sends nothing: keeps the mails for the page {@code /demo/mail}. Ranked above SMTP, so that a demo never writes to anybody. */
@Component(service = MailTransport.class, configurationPid = DemoConfig.PID)
@ServiceRanking(10_000)
public class DemoMailTransport implements MailTransport {
    private final DemoRepository repository;
    private final int keptMails;

    @Activate
    public DemoMailTransport(@Reference DemoOpen open, @Reference DemoRepository repository, DemoConfig config) {
        this.repository = repository;
        keptMails = config.keptMails();
    }

    @Override
    public void send(Mail mail) {
        repository.keep(mail, keptMails);
    }
}
