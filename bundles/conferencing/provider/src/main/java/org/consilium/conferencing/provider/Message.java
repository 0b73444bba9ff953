package org.consilium.conferencing.provider;

import java.time.Instant;
import java.util.UUID;
import org.consilium.conferencing.api.Participant;

/** A message of the conference chat as one reader sees it. */
public record Message(
        UUID id,
        long number,
        Instant at,
        UUID participantId,
        String authorName,
        Participant.Role role,
        boolean mine,
        String text) {}
