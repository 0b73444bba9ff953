package org.consilium.requests.provider;

import java.util.UUID;

/**
 * What the wizard holds now; replaces what the draft held.
 *
 * @param version of the draft that was changed
 * @param step where the wizard stands
 */
public record DraftChange(
        long version,
        DraftStep step,
        String personId,
        Represented represented,
        String email,
        String comment,
        UUID consultantId) {}
