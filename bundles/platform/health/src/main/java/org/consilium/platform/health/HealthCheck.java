package org.consilium.platform.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at one thing when an operator or his monitoring asks. Register it as a service. Called by several threads, never twice at a time;
 * given up after some seconds, so it may wait, but should not.
 */
@ConsumerType
public interface HealthCheck {
    /** A short lower-case name that no other check has: {@code database}. */
    String name();

    /** Whether the whole node is of no use while this is not usable. A single domain is not: the others go on without it. */
    default boolean isVital() {
        return false;
    }

    /** How it is. An exception is shown by its class only. */
    Health check() throws Exception;
}
