package org.consilium.documents.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.consilium.documents.cfg}. */
@ObjectClassDefinition(name = "Consilium documents")
public @interface DocumentsConfig {
    @AttributeDefinition(
            description =
                    "Where contents are kept; empty for var/documents in the installation's folder. Read at the start"
                            + " only")
    String folder() default "";

    @AttributeDefinition(description = "Largest file in MiB")
    int maxSizeMib() default 25;

    @AttributeDefinition(description = "Largest image in megapixels, by what it says about itself; it is not decoded")
    int maxMegapixels() default 50;

    @AttributeDefinition(description = "How many MiB one owner may keep")
    int ownerQuotaMib() default 1024;

    @AttributeDefinition(description = "How many MiB may belong to one request")
    int requestQuotaMib() default 1024;

    @AttributeDefinition(description = "Host of clamd that looks at each upload; empty for none")
    String clamdHost() default "";

    @AttributeDefinition(description = "Port of clamd")
    int clamdPort() default 3310;
}
