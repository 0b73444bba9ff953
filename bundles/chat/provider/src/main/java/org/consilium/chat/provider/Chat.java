package org.consilium.chat.provider;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;

/**
 * The head of an open chat.
 *
 * @param closed nobody can write any more
 * @param consented whether the patient's side agreed to the chat; false also while identity is away
 * @param last the number of the newest message, 0 while there is none
 * @param readUpTo the number of the newest message that this reader has read
 * @param patientReadUpTo how far the patient's side has read
 * @param staffReadUpTo how far at least one doctor has read
 */
public record Chat(
        UUID requestId,
        String name,
        boolean closed,
        boolean consented,
        long last,
        long readUpTo,
        long patientReadUpTo,
        long staffReadUpTo,
        List<Participant> participants) {
    /**
     * Who takes part.
     *
     * @param id the account of a doctor; the patient's side has the id of the request, whichever link it came by
     * @param name {@code null} for a doctor while identity is away
     */
    public record Participant(UUID id, String name, Caller.Kind kind) {}
}
