package org.consilium.conferencing.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of conferencing, {@code etc/org.consilium.conferencing.cfg}. */
@ObjectClassDefinition(name = "Consilium: conferencing")
public @interface ConferencingConfig {
    String PID = "org.consilium.conferencing";

    @AttributeDefinition(description = "Name of the engine (P2P, OPENVIDU); empty for the best one that is installed")
    String engine() default "";

    @AttributeDefinition(description = "How long it rings, in seconds")
    int ringSeconds() default 45;

    @AttributeDefinition(description = "How long the seat of somebody who lost the connection is kept, in seconds")
    int seatSeconds() default 60;

    @AttributeDefinition(description = "How many send video at once; an engine may allow fewer")
    int videoLimit() default 4;

    @AttributeDefinition(description = "How many are in a room at once")
    int roomLimit() default 8;

    @AttributeDefinition(description = "STUN servers, comma separated, for example stun:turn.example.org:3478")
    String[] stunUrls() default {};

    @AttributeDefinition(
            description = "TURN servers, comma separated, for example turn:turn.example.org:3478?transport=udp")
    String[] turnUrls() default {};

    @AttributeDefinition(description = "The secret that the TURN servers share (static-auth-secret of coturn)")
    String turnSecret() default "";

    @AttributeDefinition(description = "How long TURN credentials hold, in seconds")
    int turnSeconds() default 600;

    @AttributeDefinition(description = "Media only through TURN, so that nobody sees another's address")
    boolean relayOnly() default false;
}
