package org.consilium.conferencing.provider;

import java.util.List;

/** Some messages by number; {@code last} is the number of the newest one. */
public record MessagePage(List<Message> items, long last) {}
