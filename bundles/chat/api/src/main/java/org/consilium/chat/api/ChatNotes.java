package org.consilium.chat.api;

import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Lines in a chat that nobody wrote: what happened around it. Thread-safe. */
@ProviderType
public interface ChatNotes {
    /**
     * Appends a line to the chat of a request, in the caller's transaction, which holds the chat until it ends: call it last. Nothing happens
     * when the chat is not there yet or is closed. The caller answers for the right to do so.
     *
     * @param code {@code <domain>.<what>}, for example {@code conferencing.unanswered}; the user interface has a sentence for it
     * @param details values for the sentence, all together at most 1,000 characters; names of staff at most, never of a patient
     */
    void note(UUID requestId, String code, Map<String, String> details);
}
