package org.consilium.requests.provider;

import java.util.UUID;

/**
 * A file of the filer's own that goes along with his draft.
 *
 * @param uploaded in the wizard: it is deleted with the draft
 */
public record ChosenDocument(UUID id, boolean uploaded) {}
