package org.consilium.chat.provider;

import java.time.Instant;
import java.util.UUID;
import org.consilium.kernel.Caller;

/**
 * A message as one reader sees it.
 *
 * @param number its place in the chat: 1, 2, 3 without gaps
 * @param authorId as in {@link Chat.Participant}, {@code null} for the system
 * @param mine whether the reader's own side wrote it
 * @param note what happened, for a line that nobody wrote; else {@code null}
 */
public record Message(
        UUID id,
        long number,
        Instant at,
        UUID authorId,
        String authorName,
        Caller.Kind authorKind,
        boolean mine,
        String text,
        Attachment document,
        Note note) {
    /** A document as it was called when it was posted. */
    public record Attachment(UUID id, String name, String type, long size) {}
}
