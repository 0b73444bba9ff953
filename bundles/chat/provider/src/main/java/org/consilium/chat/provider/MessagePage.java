package org.consilium.chat.provider;

import java.util.List;

/**
 * Some messages, by number.
 *
 * @param last the number of the chat's newest message, which may be above the last of the items
 */
public record MessagePage(List<Message> items, long last) {}
