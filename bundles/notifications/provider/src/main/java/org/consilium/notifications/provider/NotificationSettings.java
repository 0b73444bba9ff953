package org.consilium.notifications.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The domain's configuration and its clock. A changed configuration is taken up without restarting anything. */
@Component(service = NotificationSettings.class, configurationPid = "org.consilium.notifications")
@Designate(ocd = NotificationsConfig.class)
public class NotificationSettings {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;

    private final Clock clock;
    private volatile NotificationsConfig config;

    @Activate
    public NotificationSettings(NotificationsConfig config) {
        this(config, Clock.systemUTC());
    }

    NotificationSettings(NotificationsConfig config, Clock clock) {
        this.clock = clock;
        this.config = config;
    }

    @Modified
    final void modified(NotificationsConfig changed) {
        config = changed;
    }

    /** Now, as exact as a row keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ZoneId zone() {
        return ZoneId.of(config.timeZone());
    }

    /** Minutes before a visit, distinct and positive. */
    List<Integer> reminderMinutes() {
        return Stream.of(config.reminderMinutes().split(","))
                .map(String::strip)
                .filter(minutes -> !minutes.isEmpty())
                .map(Integer::valueOf)
                .filter(minutes -> minutes > 0)
                .distinct()
                .toList();
    }

    int maxAttempts() {
        return config.maxAttempts();
    }

    int pollSeconds() {
        return Math.max(1, config.pollSeconds());
    }

    /** The pause after a failed attempt: a minute, doubled each time, an hour at most. */
    Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
        return pause.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : pause;
    }
}
