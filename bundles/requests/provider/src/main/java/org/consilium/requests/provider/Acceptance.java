package org.consilium.requests.provider;

import java.util.UUID;

/**
 * The present stage is done.
 *
 * @param consultantId whom the coordinator names, where his stage does
 * @param text a word to it, {@code null} for none
 * @param version of the request that was looked at
 */
public record Acceptance(UUID consultantId, String text, long version) {}
