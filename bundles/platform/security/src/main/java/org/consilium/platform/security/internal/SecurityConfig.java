package org.consilium.platform.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.consilium.platform.security.cfg}. */
@ObjectClassDefinition(name = "Consilium sessions")
@interface SecurityConfig {
    @AttributeDefinition(
            description =
                    "Further origins whose pages may write and connect, comma separated, besides the one that the request was sent to")
    String[] extraOrigins() default {};

    @AttributeDefinition(description = "Minutes without use after which a session of staff ends", min = "1")
    int staffIdleMinutes() default 30;

    @AttributeDefinition(description = "Hours after log-in when a session of staff ends in any case", min = "1")
    int staffAbsoluteHours() default 12;

    @AttributeDefinition(description = "Minutes without use after which a session of a patient ends", min = "1")
    int patientIdleMinutes() default 720;

    @AttributeDefinition(description = "Hours after the check when a session of a patient ends in any case", min = "1")
    int patientAbsoluteHours() default 12;
}
