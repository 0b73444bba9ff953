package org.consilium.scheduling.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the schedules. */
@ObjectClassDefinition(name = "Consilium: scheduling")
public @interface SchedulingConfig {
    /** The PID. */
    String PID = "org.consilium.scheduling";

    @AttributeDefinition(
            name = "Time zone",
            description = "The region's time zone (IANA name), in which templates give their times.")
    String timeZone() default "Europe/Moscow";

    @AttributeDefinition(
            name = "Minimum lead",
            description =
                    "Minutes between now and the earliest slot that is offered; 0 offers all that have not begun.")
    int minimumLeadMinutes() default 0;
}
