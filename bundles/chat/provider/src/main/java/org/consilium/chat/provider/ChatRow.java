package org.consilium.chat.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat in a doctor's list.
 *
 * @param name the request's name, see {@code RequestCard}
 * @param closed grey: nobody can write any more
 * @param unread messages of others that this reader has not read
 * @param lastText the beginning of the newest message, {@code null} while there is none or when it is a note
 * @param lastNote the code of the newest message when it is a note, else {@code null}
 * @param lastAt when the newest message came, or the chat was opened
 */
public record ChatRow(
        UUID requestId,
        String name,
        String patientName,
        String representativeName,
        Instant visitStart,
        boolean closed,
        long unread,
        String lastText,
        String lastNote,
        Instant lastAt,
        boolean lastFromPatient) {}
