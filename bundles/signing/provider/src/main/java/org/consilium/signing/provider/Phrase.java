package org.consilium.signing.provider;

import java.util.UUID;

/**
 * A text that is used again.
 *
 * @param own false for a template of the profile, which nobody changes
 * @param profile {@code null} for every profile
 * @param field of the form into which it goes
 */
public record Phrase(UUID id, boolean own, String profile, String field, String title, String text, long version) {}
