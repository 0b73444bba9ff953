package org.consilium.chat.provider;

import java.util.Map;
import java.util.UUID;

/**
 * Unread messages of one reader.
 *
 * @param total in all chats
 * @param byRequest the chats that have some, at most the 1,000 with the newest messages
 */
public record UnreadCounts(long total, Map<UUID, Long> byRequest) {}
