package org.consilium.requests.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The domain's configuration and its clock. A changed configuration is taken up without restarting anything. */
@Component(service = RequestSettings.class, configurationPid = "org.consilium.requests")
@Designate(ocd = RequestsConfig.class)
public class RequestSettings {
    private final Clock clock;
    private volatile ZoneId zone;
    private volatile int draftDays;
    private volatile int draftLimit;

    @Activate
    public RequestSettings(RequestsConfig config) {
        this(config, Clock.systemUTC());
    }

    RequestSettings(RequestsConfig config, Clock clock) {
        this.clock = clock;
        modified(config);
    }

    @Modified
    final void modified(RequestsConfig config) {
        zone = ZoneId.of(config.timeZone());
        draftDays = config.drafts_keepDays();
        draftLimit = config.drafts_limit();
    }

    /** Now, as exact as a row keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Today in the region. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** When tomorrow begins in the region. */
    Instant endOfToday() {
        return today().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Drafts that were last touched before this are deleted. */
    Instant oldestDraft() {
        return today().minus(Period.ofDays(draftDays)).atStartOfDay(zone).toInstant();
    }

    int draftLimit() {
        return draftLimit;
    }
}
