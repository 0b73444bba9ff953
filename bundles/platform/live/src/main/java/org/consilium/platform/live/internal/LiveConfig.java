package org.consilium.platform.live.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the live channel, {@code etc/org.consilium.platform.live.cfg}. */
@ObjectClassDefinition(name = "Consilium: live channel")
public @interface LiveConfig {
    String PID = "org.consilium.platform.live";

    @AttributeDefinition(description = "Seconds between two pings of the server")
    int pingSeconds() default 25;

    @AttributeDefinition(description = "Seconds of silence after which a socket is given up; more than two pings")
    int idleSeconds() default 60;

    @AttributeDefinition(description = "Open sockets of one account or one patient's link")
    int socketsPerCaller() default 20;

    @AttributeDefinition(description = "Hints that may wait for one slow tab; with one more the socket is dropped")
    int pendingHints() default 256;

    @AttributeDefinition(description = "The largest message that is taken from a browser, in bytes")
    int messageBytes() default 262_144;

    @AttributeDefinition(
            description =
                    "Messages of one tab that are taken in a second, on average; four times as many at once, and a"
                            + " long message counts for several. A tab that floods is closed")
    int messagesPerSecond() default 50;
}
