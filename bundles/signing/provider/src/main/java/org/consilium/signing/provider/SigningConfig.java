package org.consilium.signing.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.consilium.signing.cfg}. */
@ObjectClassDefinition(name = "Consilium: conclusions and signatures")
public @interface SigningConfig {
    String PID = "org.consilium.signing";

    @AttributeDefinition(
            description =
                    "The institution's name, as it stands on conclusions; empty for the consultant's organisation")
    String institution() default "";

    @AttributeDefinition(description = "Further lines of the head, separated by |: address, telephone, licence, ОГРН")
    String institutionLines() default "";

    @AttributeDefinition(
            description =
                    "OID of the institution in the federal register, for CDA documents; empty leaves them without")
    String institutionOid() default "";

    @AttributeDefinition(description = "Zone of the dates on conclusions")
    String zone() default "Europe/Moscow";

    @AttributeDefinition(description = "Hours in which a conclusion that waits for its signature must be signed")
    int awaitHours() default 24;

    @AttributeDefinition(
            description = "Address of a time-stamp service (RFC 3161); empty for none: signatures stay CAdES-BES")
    String timeStampService() default "";

    @AttributeDefinition(description = "Minutes between two rounds of fetching revocation lists")
    int fetchMinutes() default 30;

    @AttributeDefinition(
            description = "Address of CryptoPro's cadesplugin_api.js; empty when each workplace brings its own")
    String pluginScript() default "";

    @AttributeDefinition(description = "From how many bytes on the browser signs by hash")
    int hashAboveBytes() default 8388608;
}
