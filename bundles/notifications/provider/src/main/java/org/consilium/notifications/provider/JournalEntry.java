package org.consilium.notifications.provider;

import java.time.Instant;

/**
 * A mail as the participants of its request see it.
 *
 * @param at since when it is in its state
 * @param attempts how often it was tried
 */
public record JournalEntry(NoticeKind kind, Instant at, MailState state, int attempts) {}
