package org.consilium.notifications.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A composed mail.
 *
 * @param occasion what it is about, once for a request
 * @param calendar an iCalendar object, {@code null} for none
 * @param validUntil when it is of no use any more
 */
record NewMail(
        UUID requestId,
        NoticeKind kind,
        String occasion,
        String recipient,
        String subject,
        String body,
        String calendar,
        Instant validUntil) {}
