package org.consilium.scheduling.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The region's zone and what counts as too late to book. */
@Component(service = RegionTime.class, configurationPid = SchedulingConfig.PID)
@Designate(ocd = SchedulingConfig.class)
public class RegionTime {
    private final Clock clock;
    private final Duration lead;

    @Activate
    public RegionTime(SchedulingConfig config) {
        this(Clock.system(ZoneId.of(config.timeZone().trim())), Duration.ofMinutes(config.minimumLeadMinutes()));
    }

    RegionTime(Clock clock, Duration lead) {
        if (lead.isNegative()) {
            throw new IllegalArgumentException("minimumLeadMinutes must not be negative");
        }
        this.clock = clock;
        this.lead = lead;
    }

    ZoneId zone() {
        return clock.getZone();
    }

    Instant now() {
        return clock.instant();
    }

    /** No slot that begins before is offered or booked. */
    Instant earliestStart() {
        return now().plus(lead);
    }
}
