package org.consilium.demo;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the demo, {@code etc/org.consilium.demo.cfg}. */
@ObjectClassDefinition(name = "Consilium: demo")
public @interface DemoConfig {
    /** PID of the settings. */
    String PID = "org.consilium.demo";

    @AttributeDefinition(
            name = "People",
            description =
                    "How many invented people the registry gets at the first start. Raising it later adds further ones.",
            min = "0",
            max = "1000000")
    int people() default 10_000;

    @AttributeDefinition(
            name = "Kept mails",
            description = "How many of the newest mails /demo/mail keeps.",
            min = "1",
            max = "1000")
    int keptMails() default 200;
}
