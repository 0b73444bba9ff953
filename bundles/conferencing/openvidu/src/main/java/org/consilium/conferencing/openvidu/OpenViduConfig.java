package org.consilium.conferencing.openvidu;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the engine, {@code etc/org.consilium.conferencing.openvidu.cfg}. */
@ObjectClassDefinition(name = "Consilium: conferences on OpenVidu")
public @interface OpenViduConfig {
    String PID = "org.consilium.conferencing.openvidu";

    @AttributeDefinition(description = "Address of the server, https://…; http only on this host; empty: no engine")
    String url() default "";

    @AttributeDefinition(description = "The server's OPENVIDU_SECRET")
    String secret() default "";

    @AttributeDefinition(
            description = "File with the certificate (PEM) of the authority that the server's own comes"
                    + " from; empty for the public ones")
    String trustedCertificate() default "";

    @AttributeDefinition(description = "How long a connection may take, in seconds")
    int connectSeconds() default 5;

    @AttributeDefinition(description = "How long an answer may take, in seconds")
    int answerSeconds() default 10;

    @AttributeDefinition(description = "How many send video at once")
    int videoLimit() default 6;

    @AttributeDefinition(description = "Whether the server records (its OPENVIDU_RECORDING)")
    boolean recording() default false;
}
