package org.consilium.platform.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of health and figures, {@code etc/org.consilium.platform.health.cfg}. */
@ObjectClassDefinition(name = "Consilium: health and figures")
public @interface HealthConfig {
    String PID = "org.consilium.platform.health";

    @AttributeDefinition(
            description = "Networks whose requests may read details and figures, comma separated: 10.1.0.0/16")
    String[] networks() default {};

    @AttributeDefinition(
            description = "Who sends it (Authorization: Bearer …) may read details and figures; empty for nobody")
    String token() default "";

    @AttributeDefinition(description = "MiB of free disk below which a warning is shown")
    int diskWarnMib() default 2048;

    @AttributeDefinition(description = "MiB of free disk below which the node counts as broken")
    int diskCriticalMib() default 256;
}
