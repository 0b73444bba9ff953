package org.consilium.notifications.provider;

import java.time.Duration;
import java.time.Instant;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether mails leave the house. */
@Component(service = {HealthCheck.class, MetricSource.class})
public class MailHealth implements HealthCheck, MetricSource {
    /** A greylisting server makes the first attempt of each mail fail for some minutes. */
    private static final Duration LONG = Duration.ofMinutes(30);

    private final MailRepository repository;
    private final NotificationSettings settings;

    @Activate
    public MailHealth(@Reference MailRepository repository, @Reference NotificationSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Health check() {
        long queued = repository.countQueued();
        Instant oldest = repository.oldestQueued().orElse(null);
        return oldest != null && oldest.isBefore(settings.now().minus(LONG))
                ? Health.of(Status.WARN, queued + " mails wait, the oldest since " + oldest)
                : Health.ok(queued + " mails wait");
    }

    @Override
    public void tell(Metrics metrics) {
        metrics.gauge("consilium_mails_waiting", "Mails in the queue.", repository.countQueued());
    }
}
