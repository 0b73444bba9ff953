package org.consilium.requests.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.consilium.requests.cfg}. */
@ObjectClassDefinition(name = "Consilium requests")
public @interface RequestsConfig {
    @AttributeDefinition(description = "Time zone of the region: when a year and a day begin.")
    String timeZone() default "Europe/Moscow";

    @AttributeDefinition(description = "Days after which a draft that nobody touched is deleted")
    int drafts_keepDays() default 60;

    @AttributeDefinition(description = "How many drafts a doctor may keep at once")
    int drafts_limit() default 100;
}
