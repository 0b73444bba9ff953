package org.consilium.notifications.provider;

import org.consilium.notifications.api.MailTransport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers SMTP as a transport while a mail server is configured; without one mails wait in the queue. */
@Component(service = SmtpRegistration.class, immediate = true, configurationPid = "org.consilium.notifications")
public class SmtpRegistration {
    private final ServiceRegistration<MailTransport> registration;

    @Activate
    public SmtpRegistration(BundleContext context, NotificationsConfig config) {
        if (config.smtpHost().isBlank()) {
            registration = null;
        } else if (config.smtpFrom().isBlank()) {
            throw new IllegalArgumentException(
                    "smtpHost is set and smtpFrom is not: see etc/org.consilium.notifications.cfg");
        } else {
            registration = context.registerService(MailTransport.class, new SmtpTransport(config), null);
        }
    }

    @Deactivate
    void stop() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
