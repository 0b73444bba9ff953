package org.consilium.notifications.api;

import java.util.UUID;

/**
 * A finished mail. Subject and text carry no diagnosis and no route name.
 *
 * @param id becomes the Message-ID (RFC 5322), the same for each attempt
 * @param calendar an iCalendar object (RFC 5545) to attach, {@code null} for none
 */
public record Mail(UUID id, String to, String subject, String text, String calendar) {}
