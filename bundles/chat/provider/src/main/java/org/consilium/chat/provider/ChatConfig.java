package org.consilium.chat.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the chat, {@code etc/org.consilium.chat.cfg}. */
@ObjectClassDefinition(name = "Consilium: chat")
public @interface ChatConfig {
    String PID = "org.consilium.chat";

    @AttributeDefinition(description = "How many messages one author may post within a minute")
    int messagesPerMinute() default 60;
}
