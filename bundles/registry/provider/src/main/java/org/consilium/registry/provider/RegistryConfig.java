package org.consilium.registry.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the registry, {@code etc/org.consilium.registry.cfg}. */
@ObjectClassDefinition(name = "Consilium: registry of persons")
public @interface RegistryConfig {
    /** PID of the settings. */
    String PID = "org.consilium.registry";

    @AttributeDefinition(
            name = "Searches per minute",
            description = "How many searches by an identifier one doctor may make in a minute; more are answered 429.",
            min = "1")
    int searchesPerMinute() default 60;

    @AttributeDefinition(
            name = "Reads per minute",
            description =
                    "How many persons one doctor may read by the registry's id in a minute; the wizard reads one at each step.",
            min = "1")
    int readsPerMinute() default 300;
}
